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

    /// Words of a credit that name nobody.
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
