dossier.takeProof({
 "article": "wire-overnight",
 "name": "CW",
 "sha256": "72ba4b2176f03a3e2596791d5977afe09118b98c62906dcc8e35d512df299dc8",
 "root": "2de13262805fc734eac5a307b83a8b1cd880780d2ecd1812193338c5860b9214",
 "tree": [
  [
   "cd4e8542c615b4620aed348bd09fd15956b0653aa4549e71eca4aa2680f919fb",
   [
    [
     "4d04f4df33f4381cf7542f26d4b4f4e80ca79df8b1991a27e0d94f803146b82a",
     [
      "1dca4290b93e97585a961410ef281cb99eac3351ae6b482b9cbfffe6f0354190",
      [
       "c2b63dd7efbe2d4557d2c8711e82ce4d3455687fe94c167a22672340d079282b",
       {
        "salt": "e104ec830009c0a255a598e9f30cbe6f",
        "text": "with about 200 people on board"
       }
      ]
     ]
    ],
    [
     [
      [
       "d1918261e67f57db06a03d72342c3cac401005122305792f31e55e23712cadae",
       {
        "salt": "19bd108f11f315c46ec804e654b35e68",
        "text": "waited\noutside the harbour of Mirana overnight, the shipping company said"
       }
      ],
      "6bb78bdefcdf3b0182385bf3b9b80776d53327102dfd357bacd5a9da5b2d9255"
     ],
     [
      [
       {
        "salt": "5250bbd63844d5dbc37a168d1db3ca73",
        "text": "The company did not say why"
       },
       "8a08041a7fa049566a09e48c545fc7b787ad4239742c2403c13c55b33d7727ff"
      ],
      "1765adf69a7e66063fcf47516d6cdc4c18dcdcdc781b2cafeb1a8877331b47e1"
     ]
    ]
   ]
  ],
  [
   [
    [
     [
      {
       "salt": "9f33a46a87ce05b3b7ed71550b92deab",
       "text": "called the delay \"routine"
      },
      "f2cadad51f5d4af289c966866ad4cf4d9c1c3209ce4c9a11e19955179470ffe4"
     ],
     [
      "93ce3baebfbed2af54cce9accc599f2d5c36a8887a127e6faea7aa672acbf32f",
      {
       "salt": "e87b80a031fc1125ae215ec91633bbda",
       "text": "The ship reached the quay at 9 a.m. on the"
      }
     ]
    ],
    "31f8c7dd10eec40d5272aa401da4453649c7e5a01f9d6ca56afe793534e9b607"
   ],
   [
    [
     [
      "d5b6f15c66cf44fde431ad246fe5d818aacef0c042f78c5ea3ed1ddeeb2da90a",
      {
       "salt": "5b7adc0bd8471e831f44a49fa7970688",
       "text": "It seems doubtful that a pump had failed"
      }
     ],
     "294e9026e1fec5eda85744d2578ae65d79aa758dd3b815fe2141182dfc80cf4c"
    ],
    "aac84b825071a320960ff98b2167dea58b9c84a012552ef69726a4c4c8997750"
   ]
  ]
 ]
});
