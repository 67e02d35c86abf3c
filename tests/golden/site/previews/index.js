dossier.preview.shares(1);
