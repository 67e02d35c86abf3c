@echo off
rem The command line from this folder's own .venv, from wherever it is called.
setlocal
set "ROOT=%~dp0"
set "PYTHON=%ROOT%.venv\Scripts\python.exe"
if not exist "%PYTHON%" (
  echo dossier: no .venv in %ROOT% yet. Make it once with: 1>&2
  echo   py -m venv "%ROOT%.venv" 1>&2
  echo   "%PYTHON%" -m pip install --only-binary :all: --require-hashes -r "%ROOT%requirements\run.txt" 1>&2
  exit /b 2
)
set "PYTHONHOME="
set "VIRTUAL_ENV="
set "PYTHONPATH=%ROOT%"
"%PYTHON%" -P -m builder %*
