/**
 * Passwords that lists of leaked ones put first and that are long enough to pass, with Italian favourites and the
 * names of this house. Compared without case, accents apart, and without digits or signs at the end.
 */
const words = `
12345678 123456789 1234567890 12345678910 87654321 987654321 0987654321 0123456789 11111111 111111111 00000000
000000000 0000000000 22222222 33333333 44444444 55555555 66666666 77777777 88888888 99999999 11223344 112233445566
12341234 123123123 123321123 12121212 13131313 10101010 01010101 11112222 12344321 123454321 147258369 159357456
789456123 741852963 963852741 98765432 14725836 19871987 20202020 20242024 20252025 20262026 31415926 1qaz2wsx
1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwer1234
qwerasdf asdfghjk asdfghjkl asdfasdf asdf1234 zxcvbnm1 zxcvbnmn zaq12wsx zaq1zaq1 1qazxsw2 qazwsxedc qazwsx123
abcd1234 abc12345 abcdefgh abcdefghi abc123abc a1b2c3d4 a123456789 aa123456 aa12345678 aaaaaaaa aaaaaaaaaa abababab
password passw0rd p@ssw0rd p@ssword pa55word pass1234 pass12345 passpass password1 password12 password123
password1234 password12345 passwords mypassword newpassword changeme changeme1 letmein1 letmein123 welcome1 welcome123
iloveyou iloveyou1 iloveyou2 ilovegod iloveme1 loveyou1 lovelove princess princess1 sunshine sunshine1 superman
superman1 batman123 spiderman football football1 baseball basketball liverpool chelsea1 arsenal1 barcelona realmadrid
manchester trustno1 starwars pokemon1 pokemon123 whatever computer internet internet1 samsung1 samsung123 iphone123
facebook google123 youtube1 linkedin administrator admin123 admin1234 admin12345 adminadmin root1234 rootroot toor1234
user1234 useruser testtest test1234 test12345 testing1 guest123 guestguest default1 secret123 master123 dragon123
monkey123 shadow123 michael1 jennifer jessica1 charlie1 jordan23 michelle elizabeth alexander alexandra christian
benjamin nicholas samantha victoria stephanie jonathan rebecca1 danielle caroline patricia mercedes corvette mustang1
ferrari1 porsche1 maserati lamborghini harley123 yamaha123 chocolate butterfly flowers1 cookie123 cheese123 banana123
strawberry rainbow1 freedom1 forever1 friends1 family123 marina123 slipknot metallica nirvana1 eminem123 blink182
america1 australia scotland england1 germany1 california newyork1 september november december february thursday
wednesday saturday baseball1 hellohello hello123 hello1234 goodluck god12345 jesus123 jesuschrist blessed1 asdqwe123
ciaociao ciao1234 ciao12345 ciaomamma ciaobella amoremio amoremio1 amore123 amoreamore tiamo123 tiamotanto tiamoamore
juventus juventus1 juventus10 forzajuve forzamilan forzainter forzaroma forzanapoli forzaviola fiorentina fiorentina1
internazionale inter1908 milan1899 napoli123 roma1927 lazio1900 maradona maradona10 totti1010 delpiero10 baggio10
francesco francesca alessandro alessandra giuseppe giovanni giovanna antonella antonino domenico vincenzo salvatore
leonardo lorenzo1 federico federica valentina valentino caterina benedetta beatrice margherita martina1 giulia123
andrea123 matteo123 marco123 luca1234 stefano1 stefania roberto1 riccardo raffaele raffaella maurizio massimiliano
gabriele gabriella emanuele emanuela cristina cristian cristiano annamaria mariagrazia mariarosa bambino1 bambina1
principessa principe1 tesoro123 stellina stella123 angelo123 angioletto farfalla farfalla1 cioccolato cioccolata
fragola1 gattino1 cagnolino cavallo1 delfino1 coccinella pallavolo pallone1 calcio123 password1! parolachiave
miapassword segreta1 segreto1 segretissimo buongiorno buonasera benvenuto benvenuti benvenuto1 arrivederci mammamia
mamma123 papa1234 famiglia nonna123 italia123 italia2006 italiano italiana forzaitalia roma1234 milano123 torino123
firenze1 firenze123 toscana1 toscana123 toscana2024 toscana2025 pisa1234 livorno1 arezzo123 siena123 prato123 lucca123
pistoia1 grosseto grosseto1 ancitoscana ancitoscana1 casacomune casacomune1 comune123 municipio municipio1 sindaco1
assessore ufficio1 ufficio123 segreteria segreteria1 anagrafe protocollo sociale1 servizisociali accoglienza
estate2024 estate2025 estate2026 inverno2024 inverno2025 primavera primavera1 autunno2025 gennaio1 febbraio settembre
settembre1 novembre novembre1 dicembre dicembre1 lunedi123 domenica domenica1 natale2025 pasqua2025
`

const bare = (password: string): string => password.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const common = new Set(words.trim().split(/\s+/))
const stems = new Set([...common].map((word) => word.replace(/[\d\W_]+$/, '')).filter((stem) => stem.length >= 6))

/** True for passwords that guessing programs try first: on the list, a listed word with a tail, or one character repeated. */
export function isCommonPassword(password: string): boolean {
  const plain = bare(password)
  const tail = plain.match(/[\d\W_]*$/)?.[0].length ?? 0
  return common.has(plain) || /^(.)\1*$/su.test(plain) || (tail <= 4 && stems.has(plain.slice(0, plain.length - tail)))
}
