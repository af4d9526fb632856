"""Which words is a suggested passphrase made of? 512 short ordinary Dutch ones: 9 bits each.

Chosen by hand: words that everybody can spell, without accents, none of them unkind, and none of
those that stand at the top of the lists of thieves.
"""

_WORDS = """
aap adem akker anijs anker arend arm asperge atlas avond baan baard bagage bakker bal balkon ballon
bamboe band bank bas beek been beer beker berg berk beuk beurs bever bezem bezoek bier biet blad
blik blok boei boer bonbon boog boom boon bord borstel bos boter bout brief bril broek broer brood
brug bruin buik bundel bureau bus buur cactus cello chef citroen clown dadel dak dame dans das deeg
deken deksel deuk deur dier dijk ding dobber doek dolfijn doos dorp dorst douche draad draak droom
druif drum druppel duif duim duin duwboot dweil dynamo eend eeuw egel eik eiland elf emmer emoe erwt
etage ezel fabriek fee feest film fles fluit fontein fornuis foto fruit fuik gans garage gat gebak
geit geluk gember gevel gezin gids gieter glas gong goud graan grap gras groente groet grot haai
haak haan haar haas hagel hals ham hamer hand haring hark hart haven havik heg heide helm hemd hemel
hengel hert heuvel hinde hoed hoek honing hooi hoorn hotel hout hut iglo inkt insect jaar jager jam
jas jeugd juf kaars kaart kabel kachel kade kalf kalm kam kameel kamer kanaal kaneel kano kapper kar
karaf kast kasteel kelder kers ketel ketting keuken kiezel kikker kip kist klei kleur klok klomp
kluis knie knikker knoop knop koe koek koffer kok kom komeet konijn koning kooi kool koor kop koren
korf kous kraag kraal kraan krant kreeft kring kroon kruid kruik kruk kudde kuil kunst kus kussen
kust kwast laars ladder lade lama lamp land laurier lawaai lawine leeuw lepel letter lift lijm lijn
linde linnen lip loep lof lucht luifel maat machine magneet mand mango mantel markt marmer matras
meer mees meeuw melk melodie merel metaal meter meubel mier mist mol molen mond mos mossel motor
mouw mug muis munt mus museum muts muur naald naam nacht nagel neef nek nest net neus nicht noord
noot oase oceaan oever olie olifant olijf oog oom oor oost orgel otter oven paal paard pad pak
paleis palm pan panda panter papier parel park passer patat pauw pen peper pet pijl pijp pinda
pinguin pion piraat plaat plank plant plein ploeg plons poort pop pot potlood prei prins pruim
puzzel raaf raam radijs radio raket ram rand raster regen reis riem riet rijst ring rivier robot
roer roos rots rug rups sap saus schaap schaar schaats schelp schip schoen schop schuur sjaal slak
slang slee sleutel slot smid sneeuw snoek soep sok spade specht spel speld spiegel spijker spin
spons spoor sport stad stal steen stoel stoep storm straat strand strik struik taart tafel tak tand
tante tapijt tas taxi teen tegel tent theater thee tijger toren touw trap trein trommel trui tulp
uil uur vaas vader veer veld verf vest vijg vijver vink viool vis vlag vlam vlinder vloer vlot voet
vogel vork vos vriend vrucht vuur wafel wagen walnoot walvis wand wang water weg weide wesp west
wiel wind winkel wol wolf wolk wortel zaad zaag zaal zadel zalm zand zang zebra zee zeep zeil zilver
zoen zolder zout zuid zus zwaan zwembad
"""
WORDS = tuple(_WORDS.split())
