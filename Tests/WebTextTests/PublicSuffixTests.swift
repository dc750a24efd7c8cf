import Testing
import WebText

@Suite struct PublicSuffixTests {
    @Test(
        arguments: [
            ("news.herald.co.uk", "herald.co.uk"),
            ("herald.example", "herald.example"),
            ("WWW.Herald.Example", "herald.example"),
            ("herald.example.", "herald.example"),
            ("someone.github.io", "someone.github.io"),
            ("zürich.example", "xn--zrich-kva.example"),
            ("www.bücher.рф", "xn--bcher-kva.xn--p1ai"),
            ("b.a.個人.香港", "a.xn--gmqw5a.xn--j6w193g"),
        ])
    func registrableDomainIsTheSuffixAndOneLabel(host: String, expected: String) {
        #expect(PublicSuffix.registrableDomain(of: host) == expected)
    }

    @Test(arguments: [
        "co.uk", "github.io", "localhost", "127.0.0.1", "[2001:db8::1]", "2130706433", "", ".", "a b.example", "..",
    ])
    func nothingIsRegistrable(host: String) {
        #expect(PublicSuffix.registrableDomain(of: host) == nil)
    }

    @Test func answersAreTheSameFromManyTasks() async {
        let answers = await withTaskGroup(of: String?.self) { group in
            for number in 0..<64 {
                group.addTask { PublicSuffix.registrableDomain(of: "host\(number).herald.co.uk") }
            }
            return await group.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect(answers == ["herald.co.uk"])
    }
}
