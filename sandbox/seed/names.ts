/** People of a country: names, places, and phones in ranges that are valid there. */
export interface Country {
  code: string;
  timezone: string;
  first: readonly string[];
  last: readonly string[];
  cities: readonly { city: string; state: string; postalCode: string }[];
  streets: readonly string[];
  /** E.164 of the nth person; numbers do not repeat below ten thousand. */
  phone(index: number): string;
}

const digits = (value: number, length: number) => `${value}`.padStart(length, '0').slice(-length);
const words = (text: string) => text.split('|');
const places = (text: string) =>
  words(text).map((entry) => {
    const [city = '', state = '', postalCode = ''] = entry.split('/');
    return { city, state, postalCode };
  });

export const countries: readonly Country[] = [
  {
    code: 'GB',
    timezone: 'Europe/London',
    first: words('Amelia|Oliver|Isla|George|Ava|Harry|Freya|Arthur|Poppy|Callum|Imogen|Rhys|Niamh|Ewan|Priya|Tariq'),
    last: words(
      "Smith|Patel|Jones|O'Brien|Taylor|Khan|Hughes|Campbell|Whitfield-Moore|Fletcher|Barnes|Osborne|Singh|Reid",
    ),
    cities: places(
      'London/England/SW1A 2AA|Leeds/England/LS1 4DY|Cardiff/Wales/CF10 1EP|Edinburgh/Scotland/EH1 1YZ|Bristol/England/BS1 5TR',
    ),
    streets: words('12 High Street|4 Mill Lane|88 Station Road|The Old Forge, Church Lane|Flat 3, 27 Queen Street'),
    phone: (index) => `+447400${digits(123_000 + index, 6)}`,
  },
  {
    code: 'US',
    timezone: 'America/New_York',
    first: words('James|Maria|Robert|Linda|Michael|Jennifer|DeShawn|Ashley|Tyler|Kimberly|José|Grace|Ethan|Savannah'),
    last: words(
      'Johnson|Garcia|Williams|Nguyen|Brown|Miller|Davis|Rodriguez|Van der Berg|Wilson|McCarthy|Kowalski|Lee',
    ),
    cities: places('Austin/TX/78701|Portland/OR/97205|Chicago/IL/60601|Tampa/FL/33602|Denver/CO/80202|Boston/MA/02108'),
    streets: words('1600 Oak Avenue|742 Evergreen Terrace|55 W Main St, Suite 210|9 Lakeshore Drive|310 Elm Street'),
    phone: (index) => `+1${['212', '312', '512', '503', '617', '720', '813'][index % 7]}555${digits(index, 4)}`,
  },
  {
    code: 'DE',
    timezone: 'Europe/Berlin',
    first: words('Jürgen|Anna|Lukas|Sophie|Björn|Käthe|Felix|Ayşe|Matthias|Hannelore|Jonas|Greta'),
    last: words('Müller|Schmidt|Weiß|von Hohenstein|Yılmaz|Schäfer|Krüger|Lindner|Vogel|Bauer|Groß'),
    cities: places('Berlin/Berlin/10115|München/Bayern/80331|Hamburg/Hamburg/20095|Köln/Nordrhein-Westfalen/50667'),
    streets: words('Hauptstraße 14|Lindenweg 3|Am Markt 1|Goethestraße 27b|Bahnhofstraße 5'),
    phone: (index) => `+4915112${digits(index * 7 + 1, 6)}`,
  },
  {
    code: 'FR',
    timezone: 'Europe/Paris',
    first: words('Chloé|Hugo|Léa|Gaël|Zoé|François|Inès|Théo|Anaïs|Jean-Baptiste|Noémie|Mehdi'),
    last: words("Dubois|Lefèvre|Moreau|Benoît|d'Artagnan|Girard|Rousseau|Le Goff|Marchand|Traoré"),
    cities: places(
      'Paris/Île-de-France/75001|Lyon/Auvergne-Rhône-Alpes/69002|Nantes/Pays de la Loire/44000|Nice/PACA/06000',
    ),
    streets: words('8 rue de la Paix|23 avenue Victor-Hugo|5 place du Marché|17 bis quai des Arts'),
    phone: (index) => `+33612${digits(345_000 + index, 6)}`,
  },
  {
    code: 'ES',
    timezone: 'Europe/Madrid',
    first: words('Lucía|Iñaki|Sofía|Álvaro|Begoña|Martín|Nuria|Javier|Paula|Xavier'),
    last: words('García López|Núñez|Fernández|Ibáñez Ruiz|Puig|Ortega|Etxeberria|Serrano'),
    cities: places('Madrid/Madrid/28013|Sevilla/Andalucía/41001|Bilbao/País Vasco/48001|Valencia/Valencia/46002'),
    streets: words('Calle Mayor 12|Paseo de Gracia 45|Avenida del Puerto 9|Plaza Nueva 2'),
    phone: (index) => `+34612${digits(345_000 + index, 6)}`,
  },
  {
    code: 'IN',
    timezone: 'Asia/Kolkata',
    first: words('Aarav|Diya|Vihaan|Ananya|Rohan|Kavya|Arjun|Meera|Ishaan|Lakshmi'),
    last: words('Sharma|Iyer|Gupta|Reddy|Nair|Chatterjee|Deshpande|Kaur|Banerjee'),
    cities: places('Mumbai/Maharashtra/400001|Bengaluru/Karnataka/560001|Chennai/Tamil Nadu/600002|Delhi/Delhi/110001'),
    streets: words('14 MG Road|Plot 7, Sector 18|221 Park Street|B-12 Lajpat Nagar'),
    phone: (index) => `+9198201${digits(index * 3 + 7, 5)}`,
  },
  {
    code: 'BR',
    timezone: 'America/Sao_Paulo',
    first: words('João|Beatriz|Gabriel|Letícia|Thiago|Larissa|Caio|Fernanda|Antônio|Conceição'),
    last: words('Silva|Souza|dos Santos|Gonçalves|Araújo|Pereira|Magalhães|Rocha'),
    cities: places('São Paulo/SP/01310-100|Rio de Janeiro/RJ/20040-002|Curitiba/PR/80010-000'),
    streets: words('Rua Augusta 1200|Avenida Atlântica 55|Travessa do Ouvidor 8'),
    phone: (index) => `+551198${digits(index * 11 + 3, 7)}`,
  },
  {
    code: 'AU',
    timezone: 'Australia/Sydney',
    first: words('Matilda|Jack|Ruby|Lachlan|Charlotte|Cooper|Tahlia|Angus'),
    last: words('Walker|Nguyen|Harrison|Papadopoulos|Murray|Chen|Kelly|Doyle'),
    cities: places('Sydney/NSW/2000|Melbourne/VIC/3000|Perth/WA/6000|Hobart/TAS/7000'),
    streets: words('3/18 Beach Road|101 George Street|7 Wattle Grove'),
    phone: (index) => `+61412${digits(345_000 + index, 6)}`,
  },
  {
    code: 'PL',
    timezone: 'Europe/Warsaw',
    first: words('Łukasz|Małgorzata|Piotr|Agnieszka|Grzegorz|Zofia'),
    last: words('Kowalczyk|Wiśniewska|Nowak|Szczęsny|Zieliński|Brzęczyszczykiewicz'),
    cities: places('Warszawa/Mazowieckie/00-001|Kraków/Małopolskie/30-001|Gdańsk/Pomorskie/80-001'),
    streets: words('ul. Długa 8|al. Jerozolimskie 44/6|ul. Świętokrzyska 12'),
    phone: (index) => `+48512${digits(345_000 + index, 6)}`,
  },
  {
    code: 'JP',
    timezone: 'Asia/Tokyo',
    first: words('陽菜|翔太|美咲|健太|さくら|大輔'),
    last: words('佐藤|鈴木|高橋|田中|渡辺|小林'),
    cities: places('東京/東京都/100-0001|大阪/大阪府/530-0001|京都/京都府/600-8001'),
    streets: words('千代田1-1|北区梅田3-1-3|下京区東塩小路町721'),
    phone: (index) => `+819012${digits(index * 5 + 2, 6)}`,
  },
];

/** How often each country comes, out of all contacts: mostly where the location is. */
export const countryWeights = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9];
