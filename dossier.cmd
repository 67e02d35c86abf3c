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
rem Text goes to consoles, pipes and files as UTF-8; the console's own code page comes back at the end.
set "PYTHONUTF8=1"
set "CODEPAGE="
for /f "tokens=2 delims=:." %%c in ('chcp 2^>nul') do set "CODEPAGE=%%c"
chcp 65001 >nul 2>&1
"%PYTHON%" -P -m builder %*
set "STATUS=%ERRORLEVEL%"
if defined CODEPAGE chcp %CODEPAGE% >nul 2>&1
exit /b %STATUS%
