/// Recognises what a paper took from an agency.
enum AgencyCopy {
    /// Whether its authors or the beginning of its text say that an agency wrote a story, and it does not stand on that
    /// agency's own site.
    static func names(_ authors: [String], summary: String, host: String) -> Bool {
        let agencies = authors.flatMap(credited) + marked(in: summary)
        guard !agencies.isEmpty else { return false }
        let own = host.split(separator: ".").map(String.init)
        return agencies.contains { place in
            !AgencyTables.agencies[place].hosts.contains(where: own.contains)
        }
    }

    /// “Reuters”, “By Reuters staff”, “Jo Doe, Associated Press”. A short name must be the whole credit, since it may be
    /// part of a person's.
    private static func credited(by author: String) -> [Int] {
        let words = Tokenizer.texts(of: author).filter { !AgencyTables.creditWords.contains($0) }
        return words.indices.flatMap { place in
            (namesByFirstWord[words[place]] ?? []).filter { name in
                words[place...].starts(with: name.words) && (name.isLong || name.words.count == words.count)
            }.map(\.agency)
        }
    }

    /// The agencies whose mark stands at the beginning of a text.
    private static func marked(in text: String) -> [Int] {
        let opening = Array(text.utf8.prefix(openingBytes))
        let byFirstByte = marksByFirstByte
        var found: [Int] = []
        for place in opening.indices {
            guard let marks = byFirstByte[Int(opening[place])] else { continue }
            found += marks.filter { opening[place...].starts(with: $0.bytes) }.map(\.agency)
        }
        return found
    }

    /// Where a text names the agency that it comes from.
    private static let openingBytes = 160

    private struct Name {
        let agency: Int
        let words: [String]
        /// Whether it is no part of anything else.
        let isLong: Bool
    }

    private struct Mark {
        let agency: Int
        let bytes: [UInt8]
    }

    private static let namesByFirstWord: [String: [Name]] = {
        let names = AgencyTables.agencies.enumerated().flatMap { place, agency in
            agency.names.map { name in
                Name(agency: place, words: name.split(separator: " ").map(String.init), isLong: name.utf8.count > 4)
            }
        }
        return Dictionary(grouping: names) { $0.words[0] }
    }()

    private static let marksByFirstByte: [[Mark]?] = {
        var table = [[Mark]?](repeating: nil, count: 256)
        for (place, agency) in AgencyTables.agencies.enumerated() {
            for mark in agency.marks.map({ Array($0.utf8) }) {
                table[Int(mark[0])] = (table[Int(mark[0])] ?? []) + [Mark(agency: place, bytes: mark)]
            }
        }
        return table
    }()
}

/// The news agencies, and how papers say that a text is theirs.
enum AgencyTables {
    struct Agency: Sendable {
        /// As a byline writes it, folded.
        var names: [String]
        /// As the first line of a text writes it.
        var marks: [String]
        /// Labels of its own hosts.
        var hosts: [String]
    }

    /// Words of a credit that are no name.
    static let creditWords: Set<String> = [
        "by", "von", "par", "por", "di", "the", "staff", "reporter", "reporters", "writer", "writers", "desk", "agency",
    ]

    static let agencies = [
        Agency(names: ["reuters"], marks: ["(Reuters)"], hosts: ["reuters"]),
        Agency(names: ["associated press", "ap"], marks: ["(AP)"], hosts: ["apnews", "ap"]),
        Agency(names: ["afp", "agence france presse"], marks: ["(AFP)", "AFP -"], hosts: ["afp"]),
        Agency(names: ["dpa", "deutsche presse agentur"], marks: ["(dpa", "dpa/"], hosts: ["dpa"]),
        Agency(names: ["press association", "pa media", "pa"], marks: ["(PA)"], hosts: ["pamedia"]),
        Agency(names: ["apa", "austria presse agentur"], marks: ["(APA)", "(APA/"], hosts: ["apa"]),
        Agency(names: ["keystone sda", "sda", "ats"], marks: ["(sda)", "(ats)", "(SDA)", "(ATS)"], hosts: ["sda"]),
        Agency(names: ["ansa"], marks: ["(ANSA)"], hosts: ["ansa"]),
        Agency(names: ["efe", "agencia efe"], marks: ["(EFE)"], hosts: ["efe"]),
        Agency(names: ["europa press"], marks: ["(EUROPA PRESS)"], hosts: ["europapress"]),
        Agency(names: ["lusa"], marks: ["(Lusa)"], hosts: ["lusa"]),
        Agency(names: ["upi", "united press international"], marks: ["(UPI)"], hosts: ["upi"]),
        Agency(names: ["canadian press"], marks: ["(CP)"], hosts: ["thecanadianpress"]),
        Agency(names: ["australian associated press", "aap"], marks: ["(AAP)"], hosts: ["aap"]),
        Agency(names: ["press trust of india", "pti"], marks: ["(PTI)"], hosts: ["ptinews"]),
        Agency(names: ["ani"], marks: ["(ANI)", "[ANI]"], hosts: ["aninews"]),
        Agency(names: ["ians"], marks: ["(IANS)"], hosts: ["ians"]),
        Agency(names: ["xinhua"], marks: ["(Xinhua)"], hosts: ["xinhuanet", "news"]),
        Agency(names: ["kyodo", "kyodo news"], marks: ["(Kyodo)", "(共同)", "【共同】"], hosts: ["kyodonews"]),
        Agency(names: ["jiji", "jiji press"], marks: ["(Jiji)", "【時事】"], hosts: ["jiji"]),
        Agency(names: ["yonhap"], marks: ["(Yonhap)", "(연합뉴스)"], hosts: ["yna"]),
        Agency(names: ["tass", "тасс"], marks: ["/TASS/", "/ТАСС/"], hosts: ["tass"]),
        Agency(names: ["interfax", "интерфакс"], marks: ["INTERFAX", "ИНТЕРФАКС"], hosts: ["interfax"]),
        Agency(names: ["belga"], marks: ["(Belga)", "(BELGA)"], hosts: ["belga"]),
        Agency(names: ["anp"], marks: ["(ANP)"], hosts: ["anp"]),
        Agency(names: ["ritzau"], marks: ["/ritzau/"], hosts: ["ritzau"]),
        Agency(names: ["ntb"], marks: ["(NTB)", "(©NTB)"], hosts: ["ntb"]),
        Agency(names: ["pap"], marks: ["(PAP)"], hosts: ["pap"]),
    ]
}
