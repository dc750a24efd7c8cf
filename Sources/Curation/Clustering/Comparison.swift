/// The tellings that are compared with one another: one for each article.
struct Comparison {
    /// In the order of time.
    let tellings: [Telling]
    let headlines: [Headline]
    let columns: Columns
    /// The sources of the tellings, numbered.
    let sources: [Int]
    let articles: Articles
    /// All tellings, with those that follow others.
    let all: [Telling]
    private let allHeadlines: [Headline]
    /// By the place among all tellings: that of its article among those compared.
    private let comparedOf: [Int]

    /// - Parameters:
    ///   - all: in the order of time.
    ///   - headlines: of all of them.
    ///   - articles: which of them are compared.
    init(_ all: [Telling], headlines: [Headline], articles: Articles) {
        self.all = all
        self.articles = articles
        allHeadlines = headlines
        let isWhole = articles.heads.count == all.count
        tellings = isWhole ? all : articles.heads.map { all[$0] }
        self.headlines = isWhole ? headlines : articles.heads.map { headlines[$0] }
        // What its source repeats day by day is a column, whoever else has taken it up.
        columns = Columns(tellings, headlines: self.headlines)
        var places = [Int](repeating: 0, count: all.count)
        for (place, head) in articles.heads.enumerated() { places[head] = place }
        comparedOf = isWhole ? Array(all.indices) : articles.headOf.map { places[$0] }
        sources = Self.numbered(tellings.map(\.source))
    }

    private static func numbered(_ sources: [String]) -> [Int] {
        var numbers: [String: Int] = [:]
        return sources.map { source in
            if let known = numbers[source] { return known }
            numbers[source] = numbers.count
            return numbers.count - 1
        }
    }

    /// The place, among those that are compared, of the article of one of all tellings.
    func place(of telling: Int) -> Int { comparedOf[telling] }

    /// The hours of an article, with what follows it; where it is its owner's, nobody else's dates say anything of it.
    func hours(of place: Int) -> HourRange {
        let head = articles.heads[place]
        let followers = (articles.followers[head] ?? []).filter { all[$0].claim != .others || all[head].claim != .own }
        return followers.reduce(HourRange(all[head].hours)) { $0.joined(HourRange(all[$1].hours)) }
    }

    /// Whether two of all tellings have words in common that say something.
    func areAkin(_ one: Int, _ other: Int) -> Bool { Self.areAkin(allHeadlines[one], allHeadlines[other]) }

    /// The same for two of those that are compared.
    func areComparedAkin(_ one: Int, _ other: Int) -> Bool { Self.areAkin(headlines[one], headlines[other]) }

    /// Two words, and a third of the shorter title, without those that everybody uses.
    private static func areAkin(_ one: Headline, _ other: Headline) -> Bool {
        if let key = one.key, key == other.key { return true }
        let (ones, others) = (one.meaningful, other.meaningful)
        let (shared, shorter) = (ones.intersection(others).count, min(ones.count, others.count))
        return shared >= min(2, max(1, shorter)) && shared * 3 >= shorter
    }
}
