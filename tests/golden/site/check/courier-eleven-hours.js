dossier.takeProof({
 "article": "courier-eleven-hours",
 "name": "MC",
 "sha256": "fb291db2387c84e9cccb0597fcc2db42003b5d24f114f87a599bbf144b68c60e",
 "others": [
  "527dfae52b57db3d890c537a2e945cf916fa0e513f70fdc00f7afba984ccdb2d",
  "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"
 ],
 "text": "Ferry stands off Mirana for eleven hours\n\nBy Ines Varga\n\nPORT ANSEL, 3 March 2019\n\nShare this page · Reading time: 2 minutes\n\nThe night ferry Sabah stood off the harbour of Mirana for eleven hours on Sunday, with 212 people on board. The ferry lies white under a grey sky The harbour master, Lena Okoro, said that a cooling pump had failed. “It is the first time that this ship has stopped at sea,” she said.\n\nPassengers were given water andblankets. Nobody was hurt, two passengers told this paper. The company allegedly knew of the  pump since January.\n\nSand has closed the entrance to the harbour twice since the autumn, fishermen say. The Sabbah will sail again on Thursday.\n\nThe quay in January. (Coast Wire / archive)\n\nThe rules of the company say this:\n\nA ship that cannot enter waits outside the bar until the tide allows it. Nobody leaves it before the master gives the word.\n\nAdditional reporting: Tom Reyl.\n\nInes Varga writes about ports.\n\nView of the bar at low tide\n\nRead more: Fares rise in April\n\nJoin our letter for 2 a month\n\nDear reader, this paper lives on those who pay for it. Please help.\n\nLeave a comment\n",
 "hidden": [
  [42, 55],
  [57, 81],
  [83, 124],
  [234, 271],
  [701, 723],
  [886, 917],
  [919, 949],
  [951, 978],
  [980, 1010],
  [1012, 1041],
  [1043, 1110],
  [1112, 1127]
 ]
});
