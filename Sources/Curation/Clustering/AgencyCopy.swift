import NewsModel

/// Recognises what a paper took from an agency.
enum AgencyCopy {
    /// Whether the story says that an agency wrote it, and does not stand on that agency's own site.
    static func names(in story: Story, summary: String, host: String) -> Bool {
        let own = host.split(separator: ".").map(String.init)
        let credits = story.authors.map { Words.texts(of: $0).joined(separator: " ") }
        let opening = Array(summary.utf8.prefix(openingBytes))
        return agencies.contains { agency in
            guard !agency.hosts.contains(where: own.contains) else { return false }
            return credits.contains { credit in agency.names.contains { isCredit(credit, $0) } }
                || agency.marks.contains { stands($0, in: opening) }
        }
    }

    /// Where a text names the agency that it comes from.
    private static let openingBytes = 160

    private static func stands(_ mark: String, in opening: [UInt8]) -> Bool {
        let mark = mark.utf8
        guard let first = mark.first else { return false }
        return opening.indices.contains { opening[$0] == first && opening[$0...].starts(with: mark) }
    }

    /// “Reuters”, “By Reuters staff”, “Jo Doe, Associated Press”. A short name must be the whole credit, since it may be
    /// part of a person's.
    private static func isCredit(_ credit: String, _ name: String) -> Bool {
        let words = credit.split(separator: " ").filter { !creditWords.contains(String($0)) }
        let plain = words.joined(separator: " ")
        return plain == name || name.utf8.count > 4 && " \(plain) ".contains(" \(name) ")
    }

    private static let creditWords: Set<String> = [
        "by", "von", "par", "por", "di", "the", "staff", "reporter", "reporters", "writer", "writers", "desk", "agency",
    ]

    private struct Agency {
        /// As a byline writes it, folded.
        var names: [String]
        /// As the first line of a text writes it.
        var marks: [String]
        /// Labels of its own hosts.
        var hosts: [String]
    }

    private static let agencies = [
        Agency(names: ["reuters"], marks: ["(Reuters)"], hosts: ["reuters"]),
        Agency(names: ["associated press", "ap", "the associated press"], marks: ["(AP)"], hosts: ["apnews", "ap"]),
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
        Agency(names: ["canadian press", "the canadian press"], marks: ["(CP)"], hosts: ["thecanadianpress"]),
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
