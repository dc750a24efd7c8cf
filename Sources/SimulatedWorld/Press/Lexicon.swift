/// The names of the simulated world. All of them are invented.
enum Lexicon {
    static let words: [String: [String]] = [
        "town": list(
            """
            Port Ellery | Varnholt | Saint Orrin | Kestrel Bay | Lindmere | Osterwick | Calder Sound | Brenmouth
            Quillmouth | Aldersea | Fennick | Wyndover | Eskelholm | Grauhaven | Pellworth | Thistledown | Marisport
            Corvane | Stavering | Dunmarrow | Hallbeck | Nyborough | Oriel Bay | Peverin | Tarrowford | Skarnholt
            Low Mallow | Upper Issen | Gannet Point | Hazel Cross | Hollin Quay
            """),
        "port": list(
            """
            Port Ellery | Kestrel Bay | Calder Sound | Brenmouth | Aldersea | Grauhaven | Marisport | Oriel Bay
            Skarnholt | Gannet Point | Hollin Quay
            """),
        "country": list("Vellany | Estmere | Kardovia | Ostrel | Lorvane | Halmark | Tavoria | Brisland | Ardovar"),
        "region": list(
            """
            the Tarrow valley | the Ember coast | the Lower Fenn | the Skarn highlands | the Amber lakes
            the Grey Skerries | the Isk delta | the Marram dunes | the Orrin uplands | the Sallow plain
            """),
        "river": list("the Tarrow | the Isk | the Orrin | the Vell | the Mallow | the Lind"),
        "company": list(
            """
            Halden Freight | Orrery Systems | Tallow & Finch | Northmark Energy | Brightwell Foods | Cobalt Rail
            Marram Shipping | Lantern Mutual | Quarry Lane Mills | Fennick Steel | Thimble Works | Isk Valley Power
            Osprey Lifts | Plover Telecom | Saltmarsh Glass | Weathervane Insurance | Kittiwake Air | Larch & Loom
            """),
        "tech": list(
            """
            Orrery Systems | Thimble Works | Plover Telecom | Tessera Logic | Curlew Networks | Northmark Devices
            Slate & Signal | Pocketwise | Halyard Cloud | Fathom Labs
            """),
        "rail": list("Cobalt Rail | Isk Carriage Works | Halden Rolling Stock | Grauhaven Wagon"),
        "bank": list("Lantern Mutual | the Bank of Vellany | Harbour Savings | Estmere Cooperative Bank | Orrin Trust"),
        "institute": list(
            """
            the University of Varnholt | the Lindmere Institute | the Calder Marine Laboratory | the Skarn Observatory
            Osterwick Polytechnic | the Aldersea Museum of Nature | the Quillmouth School of Medicine
            the Hallbeck Geological Survey | the Estmere Academy | the Oriel Bay Field Station
            """),
        "club": list(
            """
            Varnholt Rovers | Kestrel Bay United | Lindmere Athletic | Port Ellery Mariners | Osterwick Town
            Brenmouth Harbour | Quillmouth City | Hallbeck Forest | Grauhaven Albion | Corvane Wanderers | Skarnholt Isle
            Dunmarrow Vale
            """),
        "theatre": list(
            """
            the Lantern Theatre | the Old Customs House | the Varnholt Playhouse | the Tidewater Stage
            the Corn Hall | the Grauhaven Opera | the Quillmouth Assembly Hall | the Paper Mill
            """),
        "museum": list(
            """
            the Marisport Gallery | the Museum of the Isk | the Osterwick Print Cabinet | the Lindmere Collection
            the Harbour Museum | the Hallbeck Textile Museum | the Varnholt Kunsthalle
            """),
    ]

    private static func list(_ text: String) -> [String] {
        text.split { $0 == "|" || $0 == "\n" }.map(\.trimmed)
    }
}
