dossier.takeProof({
 "article": "wire-arabic",
 "name": "SW",
 "sha256": "267284af6934b9e5a1957aeb7c2005f57d38ca90d6feeaf1af369163603e7221",
 "root": "080dfe46d3d211909a296f2a7461930e0860da8ec8cf762cde33a5ac83e39600",
 "tree": [
  [
   [
    [
     [
      {
       "salt": "a246a5e1ac6694544852f968cc307191",
       "text": "ميرانا (كوست واير) - انتظرت عبّارة على متنها نحو 200 شخص خارج ميناء ميرانا طوال الليل، بحسب ما ذكرته شركة الملاحة."
      },
      "195e31e0df31ae945d92140cc9df8c6af0eb0ecc746759fdafd31b586595bf77"
     ],
     "ede554148e33c5f05a12941cac465b4a5ae210db10c58e734b59897096b6ad80"
    ],
    [
     [
      "26683728040270cd466c3bbf2ecd3c35bdfabc90d5110288ef0a1a339a966955",
      {
       "salt": "8f111dd79deab4a4b0126607b43b3fb9",
       "text": "ووصف مسؤول طلب ألا يذكر اسمه هذا التأخير بأنه «معتاد»."
      }
     ],
     [
      {
       "salt": "7c1a86e4a18e8ee0d6314d2bd03a5ffa",
       "text": " "
      },
      {
       "salt": "49cbee051d988779ba01439645558ed8",
       "text": "ووصلت السفينة إلى الرصيف في التاسعة من صباح الاثنين."
      }
     ]
    ]
   ],
   "da570e7bfdde1cb4dfdb8ec92484cf9d137fffaf304978f33d4d0c338a24e7f6"
  ],
  "eb073a2b66d2087fbc40f73686777c26447bad45e4c6f33b954c6d8688e32943"
 ]
});
