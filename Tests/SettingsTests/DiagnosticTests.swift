import Settings
import Testing

@Suite struct DiagnosticTests {
    @Test func readsLikeACompilersMessage() {
        let diagnostic = Diagnostic(file: "broadsheet.yml", line: 12, column: 5, message: "unknown key `titel`")
        #expect(diagnostic.description == "broadsheet.yml:12:5: unknown key `titel`")
    }

    @Test func namesOnlyTheFileWhereTheMistakeIsAboutAllOfIt() {
        let diagnostic = Diagnostic(file: "broadsheet.yml", line: 0, column: 0, message: "there is no such file")
        #expect(diagnostic.description == "broadsheet.yml: there is no such file")
    }

    @Test func sortsInTheOrderOfTheFile() {
        let places = [(10, 1), (2, 9), (2, 3), (0, 0)]
        let sorted = places.map { Diagnostic(file: "f", line: $0.0, column: $0.1, message: "m") }.sorted()
        #expect(sorted.map(\.line) == [0, 2, 2, 10])
        #expect(sorted.map(\.column) == [0, 3, 9, 1])
    }
}
