import NewsModel

extension Article {
    private static let dam = "Dam above Lorren gives way after week of rain"
    private static let fire = "Forest fire near Karsk forces 300 from their homes"

    /// Everything that is written in the fourteen nights. Editions are built at five in the morning, but for these:
    /// on the fifth again at two in the afternoon, on the seventh at half past two and again an hour later, on the
    /// eighth not before one, on the ninth not at all, and on the eleventh by a clock that is a day behind.
    static let all = developing + odd + around + columns

    /// A story that grows, one that does not, and one that happens again.
    private static let developing = [
        Article(paper: "courier", name: "dam-1", title: dam, night: 2, hour: 3, told: 2),
        Article(paper: "post", name: "dam-2", title: dam, night: 2, hour: 4, told: 2),
        // One more is not enough; with the next one the story has doubled, and both are told.
        Article(paper: "ledger", name: "dam-3", title: dam, night: 3, hour: 2, told: 4),
        Article(paper: "herald", name: "dam-4", title: dam, night: 4, hour: 3, told: 4),
        Article(paper: "gazette", name: "dam-5", title: dam, night: 5, hour: 2, told: nil),
        Article(paper: "courier", name: "fire-1", title: fire, night: 1, hour: 1, told: 1),
        Article(paper: "post", name: "fire-2", title: fire, night: 12, hour: 1, told: 12),
    ]

    private static let odd = [
        Article(
            paper: "courier", name: "tram", title: "Tram drivers vote on winter timetable", night: 3, hour: 2, told: 3,
            retitled: (4, "Deal averts tram strike in Ostwick")),
        Article(
            paper: "courier", name: "kiln", title: "Pottery kiln relit after a century", night: 4, hour: 1, told: 4,
            moved: (6, "culture/kiln-relit")),
        Article(paper: "gazette", name: "owl", title: "Owl nests in railway signal", night: 5, hour: 1, told: 5),
        Article(paper: "mirror", name: "chess", title: "Chess club turns ninety", night: 2, hour: 1, told: 2),
        Article(paper: "mirror", name: "pier", title: "Pier loses its last plank", night: 6, hour: 1, told: 6),
        // Without a date, in the future, and a paper that stamps everything with the time of its feed.
        Article(
            paper: "notes", name: "choir", title: "Choir seeks two tenors", night: 4, hour: 2, told: 4, dated: nil),
        Article(
            paper: "notes", name: "bakery", title: "Bakery opens on Sundays", night: 7, hour: 1, told: 7, dated: nil),
        Article(
            paper: "bulletin", name: "gala", title: "Summer gala sets its date", night: 3, hour: 1, told: 3, dated: 50),
        Article(paper: "stamp", name: "mint", title: "Mint strikes copper token", night: 2, hour: 2, told: 2),
        Article(paper: "stamp", name: "quay", title: "Quay wall leans towards barges", night: 6, hour: 2, told: 6),
        // Slow, and too slow.
        Article(
            paper: "ledger", name: "audit", title: "Auditors query harbour accounts", night: 6, hour: 3, told: 6,
            dated: -40),
        Article(
            paper: "ledger", name: "estate", title: "Estate of brewer goes to nephew", night: 6, hour: 3, told: nil,
            dated: -80),
    ]

    /// What happens around the runs themselves.
    private static let around = [
        // The post cannot be reached on the fourth night.
        Article(paper: "post", name: "mill", title: "Paper mill to reopen in spring", night: 4, hour: 2, told: 5),
        // Before the rebuild of the fifth, and after it.
        Article(paper: "herald", name: "lens", title: "Lighthouse lens returned by museum", night: 5, hour: 9, told: 5),
        Article(paper: "herald", name: "goat", title: "Runaway goat boards night ferry", night: 5, hour: 16, told: 6),
        // A new source with a back catalogue, on the sixth.
        Article(paper: "annals", name: "bell", title: "Cathedral bell cracked in frost", night: 3, hour: 1, told: nil),
        Article(paper: "annals", name: "moat", title: "Moat drained for survey", night: 5, hour: 3, told: nil),
        Article(paper: "annals", name: "crypt", title: "Crypt yields painted ceiling", night: 6, hour: 2, told: 6),
        Article(
            paper: "annals", name: "undated", title: "Archive digitises parish rolls", night: 2, hour: 1, told: 6,
            dated: nil),
        // In the hour that comes twice, or never.
        Article(paper: "post", name: "clock", title: "Town hall clock stopped by pigeons", night: 7, hour: 3, told: 7),
        // A late run, a run that was left out, and a clock that is a day behind.
        Article(paper: "courier", name: "noon", title: "Reservoir full for first time", night: 8, hour: 9, told: 8),
        Article(
            paper: "post", name: "ninth", title: "Vineyard bottles its oldest vintage", night: 9, hour: 3, told: 10),
        Article(paper: "ledger", name: "tenth", title: "Ropeworks trains apprentices", night: 10, hour: 2, told: 10),
        Article(paper: "post", name: "behind", title: "Beekeepers report mild losses", night: 11, hour: 3, told: 10),
        Article(paper: "herald", name: "after", title: "Glacier survey finds old hut", night: 11, hour: 8, told: 12),
        // The mirror is read on the thirteenth, on a night that is not published, and then taken out.
        Article(paper: "mirror", name: "gone", title: "Carousel horses find new stable", night: 13, hour: 2, told: nil),
        Article(paper: "mirror", name: "kept", title: "Observatory dome turns again", night: 12, hour: 2, told: 12),
        Article(paper: "courier", name: "last", title: "Signal box becomes reading room", night: 14, hour: 2, told: 14),
        Article(
            paper: "post", name: "thirteenth", title: "Orchard grafts forgotten pear", night: 13, hour: 3, told: 13),
    ]

    /// A column under one title: each of its issues is news once.
    private static let columns = (1...14).map { night in
        let told = [9: 10, 11: 10][night] ?? night
        return Article(
            paper: "gazette", name: "briefing-\(night)", title: "Morning briefing", night: night, hour: 1.5, told: told)
    }
}
