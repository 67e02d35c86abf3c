dossier.takeProof({
 "article": "notes-at-anchor",
 "name": "SN",
 "kept": false
});
