import Testing

@testable import Publishing

@Suite struct ViewDigestTests {
    private struct Pair: TemplateView {
        var one: String?
        var other: String?
        var list: [String] = []
        var inner: [Inner] = []

        static let fields: ViewFields<Pair> = [
            "one": .text { $0.one }, "other": .text { $0.other }, "list": .texts { $0.list },
            "inner": .list { $0.inner },
        ]

        struct Inner: TemplateView {
            var isSo: Bool

            static let fields: ViewFields<Inner> = ["isSo": .flag { $0.isSo }]
        }
    }

    private func hash(_ pair: Pair) -> String {
        var digest = ViewDigest()
        pair.add(to: &digest)
        return digest.hash
    }

    @Test func theSameIsTheSameInAnyRun() {
        #expect(hash(Pair(one: "a", other: "b")) == hash(Pair(one: "a", other: "b")))
        var digest = ViewDigest()
        digest.add("a")
        // SHA-256 of 01 01000000 61.
        #expect(digest.hash == "af9f96fcbe84bccd200346044086083e")
    }

    @Test(arguments: [
        (Pair(one: "ab", other: "c"), Pair(one: "a", other: "bc")),
        (Pair(one: "", other: nil), Pair(one: nil, other: "")),
        (Pair(list: ["a", "b"]), Pair(list: ["ab"])),
        (Pair(inner: [.init(isSo: true)]), Pair(inner: [.init(isSo: false)])),
        (Pair(inner: [.init(isSo: false)]), Pair(inner: [])),
    ]) private func nothingIsTakenForSomethingElse(one: Pair, other: Pair) {
        #expect(hash(one) != hash(other))
    }
}
