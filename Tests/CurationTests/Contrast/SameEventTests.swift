import Testing

@testable import Curation

/// Pairs of titles by what has to be known to join them, or to keep them apart: countries, acronyms, languages, compounds,
/// affixes.
@Suite struct SameEventTests {
    typealias Pair = LookAlikeTests.Pair

    static let pairs: [Pair] = [
        .same("country", "German minister quits over owl sanctuary", "Germany: minister resigns over owl sanctuary"),
        .same("country", "Dutch court halts canal dredging", "Netherlands: court stops dredging of canal"),
        .same(
            "country", "Französische Fähre läuft vor Kaltried auf Grund",
            "Frankreich: Fähre vor Kaltried auf Grund gelaufen"),
        .same("country", "Un ferry italien s'échoue près de Brenoux", "Italie : un ferry échoué près de Brenoux"),
        .same(
            "country", "Суд в Германии запретил вывоз сов из Вельска", "Немецкий суд запретил вывоз сов из Вельска"),
        .same("country", "U.S. bans imports of Velda steel", "United States stops steel imports from Velda"),
        .same("country", "UK central bank raises rates to 5%", "Britain's central bank lifts rates to 5%"),
        .same("country", "DPRK fires missile into the sea", "N. Korean missile fired into sea"),
        .same("country", "EU agrees sanctions on Osmar", "Sanctions against Osmar approved by European Union"),
        .same("country", "UN warns of famine in Osmar", "Famine threatens Osmar, United Nations says"),
        .same("city", "Prag: Brücke von Sturm zerstört", "Storm destroys bridge in Prague"),
        .same("city", "Warschau: 14 Tote bei Brand", "Fire in Warsaw kills 14"),
        .same("city", "Moskauer U-Bahn steht nach Brand still", "В Москве остановлено метро после пожара"),
        .apart("city", "Warschau: Oper öffnet wieder", "Opera house in Prague reopens"),
        .apart("country", "WHO warns of famine in Osmar", "UN warns of famine in Osmar"),
        .apart("country", "North Korea fires missile into sea", "South Korea fires missile into sea"),
        .apart("country", "US central bank raises rates to 5%", "UK central bank raises rates to 5%"),
        .apart("country", "Earthquake hits South Sudan, dozens missing", "Earthquake hits Sudan, dozens missing"),
        .apart(
            "country", "German court rejects appeal over owl sanctuary",
            "French court rejects appeal over owl sanctuary"),
        .apart(
            "country", "Schwedische Werft meldet Insolvenz an", "Dänische Werft meldet Insolvenz an"),
        .same(
            "acronym", "KHA fines ferry operator over night noise",
            "Ferry operator fined by Karsk Harbour Authority over noise"),
        .same(
            "acronym", "Osmar Rail Workers Union calls tram strike", "ORWU calls tram strike in Osmar"),
        .apart(
            "acronym", "KHA fines ferry operator over night noise", "Kite Has Accident Above Osmar Weir"),
        .same("compound", "Haushaltsstreit in Lorrental geht weiter", "Streit um Haushalt in Lorrental dauert an"),
        .same("compound", "Bahnstreik in Kaltried ab Freitag", "Kaltried: Streik bei der Bahn ab Freitag"),
        .same("compound", "Havenstaking in Veldam duurt nog voort", "Staking in de haven van Veldam gaat nog door"),
        .same("compound", "Skogsbrand nära Lorrvik sprider sig", "Brand i skog nära Lorrvik sprider sig"),
        .same("compound", "Havnestrejke i Lorrvig fortsætter", "Strejke i Lorrvig havn fortsætter"),
        .same("compound", "Satamalakko jatkuu Veldalassa", "Lakko satamassa jatkuu Veldalassa"),
        .apart("compound", "Bahnstreik in Kaltried ab Freitag", "Bahnmuseum in Hohenau öffnet wieder"),
        .same(
            "name", "Veldoro anuncia la liberación de 104 presos",
            "Veldoro kündigt die Freilassung von 104 Gefangenen an"),
        .same("name", "Lorstappen gewinnt das Rennen", "Lorstappen wins the race"),
        .apart("language", "Ein Brand zerstört die alte Mühle in Hohenau", "A brand of mill flour is new in Osmar"),
    ]

    @Test(arguments: pairs) func pairsAreOneStoryOnlyWhereTheyTellOneEvent(pair: Pair) {
        #expect(LookAlikeTests.areJoined(pair) == pair.isSame)
    }

    /// What the table comes to, by class.
    @Test func everyClassIsPrintedWithItsShare() {
        let byKind = Dictionary(grouping: Self.pairs) { ($0.isSame ? "same " : "apart ") + $0.kind }
        let lines = byKind.sorted { $0.key < $1.key }.map { kind, pairs in
            "\(kind): \(pairs.count { LookAlikeTests.areJoined($0) == $0.isSame }) of \(pairs.count)"
        }
        print(lines.joined(separator: "\n"))
        #expect(lines.count == byKind.count)
    }
}
