dossier.takeProof({
 "article": "radio-reprint",
 "name": "RA",
 "kept": false
});
