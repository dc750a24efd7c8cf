import Testing

@testable import Curation

/// What counts as one term: by language, by acronym, by the parts of compounds.
@Suite struct TermUnionTests {
    /// The titles as terms, each by its written form.
    private func read(_ titles: [(String, Language)]) -> (ForwardIndex, [Set<String>]) {
        let documents = titles.enumerated().map { number, title in
            Document.made("\(number)", title.0, language: title.1.rawValue)
        }
        let headlines = documents.map { Headline($0.title, names: []) }
        let index = ForwardIndex(
            documents, at: Array(documents.indices), headlines: headlines,
            columns: RecurringColumns(documents, headlines: headlines), summaryWords: 36)
        return (index, index.termLists.map { list in Set(list.title.map { index.forms[Int($0)] }) })
    }

    private func shared(_ titles: [(String, Language)]) -> Set<String> {
        let (index, _) = read(titles)
        let terms = index.termLists.map { Set($0.title) }
        return Set(terms.dropFirst().reduce(terms[0]) { $0.intersection($1) }.map { index.forms[Int($0)] })
    }

    @Test func aShortWordMeansSomethingElseInEachLanguage() {
        #expect(
            shared([("Ein Brand im Hafen von Karsk", .german), ("A new brand of tea for Karsk", .english)]) == ["karsk"]
        )
        #expect(shared([("Gift im Fluss bei Osmar", .german), ("The gift came late to Osmar", .english)]) == ["osmar"])
    }

    @Test func aLongWordIsInternational() {
        let common = shared([
            ("Lawinen und Tsunami vor Karsk", .german), ("The tsunami misses Karsk", .english),
        ])
        #expect(common == ["karsk", "tsunami"])
    }

    @Test func namesAndNumbersAreTheSameInAllLanguages() {
        #expect(
            shared([("Fähre Velda mit 340 Gästen gestrandet", .german), ("Færgen Velda med 340 om bord", .danish)])
                .isSuperset(of: ["velda", "340"]))
    }

    @Test func acronymsAreReadAsTheNamesThatStandBesideThem() {
        let (_, terms) = read([
            ("The Karsk Harbour Authority fines a ferry", .english), ("KHA fines ferry over noise", .english),
            ("Owl delays a train", .english),
        ])
        #expect(terms[0].isSuperset(of: ["karsk", "harbour", "authority"]))
        #expect(terms[1].isSuperset(of: ["karsk", "harbour", "authority"]) && !terms[1].contains("kha"))
    }

    /// As many words are compared as titles have at the most, and those that an acronym stands for besides.
    @Test func anAcronymInALongTitleTakesNoWordOfItAway() {
        let words = "abcdefghijklmnopqrstuvwxyz".map { "zun\($0)ko" } + ["osmar"]
        let (index, _) = read([
            ("The Karsk Harbour Authority fines a ferry", .english),
            ("The chief of the Karsk Harbour Authority resigns", .english),
            ("KHA " + words.joined(separator: " "), .english),
        ])
        let compared = index.termLists[2].tokens.map { $0.term >= 0 ? index.forms[Int($0.term)] : "" }
        #expect(compared.starts(with: ["karsk", "harbour", "authority", "zunako"]), "\(compared)")
        #expect(compared.last == "osmar" && compared.count == 30, "\(compared)")
    }

    @Test func theMoreUsualOfAcronymAndNameIsKept() {
        let (_, terms) = read([
            ("KHA fines ferry over noise", .english), ("KHA to move its office", .english),
            ("The chief of the Karsk Harbour Authority resigns", .english),
        ])
        #expect(terms[2].contains("kha") && !terms[2].contains("harbour"))
    }

    @Test func wordsThatOnlyHappenToBeginLikeAnAcronymAreNoNameOfIt() {
        let (_, terms) = read([
            ("KHA Fines Ferry Over Noise", .english), ("Kayaker Has Accident Near Weir", .english),
        ])
        #expect(terms[0].contains("kha") && terms[1].contains("accident"))
    }

    @Test(
        arguments: [
            ("Haushaltsstreit im Stadtrat", "Streit um den Haushalt der Stadt", .german, ["haushalt", "streit"]),
            ("Bahnstreik beginnt heute", "Streik bei der Bahn endet", .german, ["bahn", "streik"]),
            ("Havenstaking duurt voort", "Staking in de haven van Karsk", .dutch, ["haven", "staking"]),
            ("Skogsbrand i Karsk", "En brand i skog vid Osmar", .swedish, ["brand"]),
            ("Havnestrejke i Karsk", "En strejke i havn ved Osmar", .danish, ["strejke"]),
            ("Satamalakko alkaa", "Lakko alkaa, satama on kiinni", .finnish, ["satama", "lakko"]),
        ] as [(String, String, Language, [String])])
    func aCompoundHasThePartsThatOccurInItsLanguage(
        one: String, other: String, language: Language, parts: [String]
    ) {
        let (index, _) = read([(one, language), (other, language)])
        let found = Set(index.termLists[0].parts.map { index.forms[Int($0)] })
        #expect(found.isSuperset(of: parts), "\(found)")
    }

    @Test func whatOnlyLooksLikeACompoundHasNoParts() {
        let (index, _) = read([
            ("Vorstand der Werft tritt zurück", .german), ("Stand am Markt brennt, Werk steht still", .german),
            ("Harbourmaster resigns", .english), ("The master of the harbour", .english),
        ])
        #expect(index.termLists[0].parts.isEmpty && index.termLists[2].parts.isEmpty)
    }
}
