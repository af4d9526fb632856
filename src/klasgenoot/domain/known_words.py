"""What does everybody try first? Passwords and words that a thief has at the top of a list.

Short on purpose: what stands here is known to be weak, and for what does not, a guess per letter
is careful enough (`domain/passphrase.py`). The order is roughly that of how often they are chosen.
"""

_COMMON = """
123456 password welkom wachtwoord qwerty geheim welcome admin hallo iloveyou abc123 letmein
ik de het een en van in is dat je te op voor met niet zijn er maar om mijn bij naar ook als dan
the of and to a it you that was for on are with as his they at be this have from my love
school docent leraar student klas klasgenoot inholland hogeschool university universiteit studie
college teacher pass login master secret computer laptop internet office windows google apple
lente zomer herfst winter spring summer autumn maandag dinsdag woensdag donderdag vrijdag zaterdag
zondag januari februari maart april mei juni juli augustus september oktober november december
monday tuesday wednesday thursday friday saturday sunday january february march may june july
amsterdam rotterdam utrecht haarlem alkmaar delft leiden dordrecht hoofddorp diemen almere
eindhoven groningen nederland holland dutch feyenoord ajax psv oranje voetbal football soccer
hond kat poes kind mama papa oma opa schat schatje liefde lieverd vakantie fiets koffie kaas
appel peer banaan zon maan ster bloem huis thuis tuin boot auto muziek gitaar piano boek
monkey dragon sunshine princess shadow superman batman starwars pokemon hello freedom flower
jan piet anna emma lisa sanne tom tim daan sem lucas julia sophie eva peter michael daniel
blauw rood groen geel zwart wit blue red green black white gold een twee drie vier vijf zes
zeven acht negen tien one two three four five test demo nieuw new beste lief mooi leuk sterk
"""
COMMON = tuple(_COMMON.split())

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "1234567890")
"""Rows of keyboards, Dutch and Belgian."""
