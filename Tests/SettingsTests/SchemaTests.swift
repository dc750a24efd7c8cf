import Fetching
import Foundation
import NewsModel
import Settings
import Testing

/// The table of keys, the JSON Schema and the documentation say the same.
@Suite struct SchemaTests {
    private static let docs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs")

    private static let text = ConfigurationSchema.json(providers: Providers.definitions)

    private static func document(_ name: String) throws -> String {
        try String(contentsOf: docs.appendingPathComponent(name), encoding: .utf8)
    }

    @Test func theFileIsMadeFromTheKeys() throws {
        let file = Self.docs.appendingPathComponent("broadsheet.schema.json")
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
            try Self.text.write(to: file, atomically: true, encoding: .utf8)
        }
        let written = try Self.document("broadsheet.schema.json")
        #expect(written == Self.text, "RECORD_GOLDENS=1 writes docs/broadsheet.schema.json anew")
    }

    @Test func theTablesOfTheReferenceAreMadeFromTheKeys() throws {
        let reference = ConfigurationReference(providers: Providers.definitions)
        let text = try Self.document("configuration.md")
        let renewed = reference.renewed(text)
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
            let file = Self.docs.appendingPathComponent("configuration.md")
            try renewed.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(
            try Self.document("configuration.md") == renewed,
            "RECORD_GOLDENS=1 writes the tables of docs/configuration.md anew; what they say stands in Sources/Settings/Keys"
        )
        #expect(reference.mistakes(in: text) == [], "these are in no table, or in several")
    }

    @Test func aTableIsMadeAnewAndTheRestStays() {
        let reference = ConfigurationReference(providers: Providers.definitions)
        let text = "# Keys\n<!-- keys: deadline keep.* -->\n| old |\n<!-- end of keys -->\nThe end.\n"
        let renewed = reference.renewed(text)
        #expect(renewed.hasPrefix("# Keys\n<!-- keys: deadline keep.* -->\n\n| key | meaning | value | default |\n"))
        #expect(renewed.hasSuffix("\n\n<!-- end of keys -->\nThe end.\n"))
        #expect(renewed.contains("a duration such as 30s | `30s` |") && !renewed.contains("| old |"))
        #expect(renewed.matches(of: /\n\| `/).count == 3)
        #expect(reference.renewed(renewed) == renewed)
        #expect(reference.mistakes(in: text).contains("title"))
        #expect(reference.mistakes(in: text + "<!-- keys: deadline -->\n").contains("deadline"))
    }

    @Test func everyKeyIsDocumented() throws {
        let text = try Self.document("configuration.md")
        var names: Set<String> = []
        Self.collectNames(try Self.schema(), into: &names)
        #expect(names.count > 80)
        #expect(names.filter { !text.contains("`\($0)`") } == [])
    }

    @Test func theExamplesOfTheDocumentationAreSound() throws {
        let parts = try Self.document("configuration.md").components(separatedBy: "```")
        let examples = parts.filter { $0.hasPrefix("yaml\n") && $0.contains("\nsources:\n") }
        let environment = ["HOOK_SECRET", "TOKEN", "GUARDIAN_API_KEY", "NEWSAPI_KEY", "READER"]
        #expect(examples.count >= 4)
        for example in examples {
            let mistakes = Sample.mistakes(
                String(example.dropFirst(5)),
                environment: Dictionary(uniqueKeysWithValues: environment.map { ($0, "x1") }))
            #expect(mistakes == [])
        }
    }

    /// A file in which every default is written out reads like one without.
    @Test func theDefaultsOfTheSchemaAreThoseOfTheReader() throws {
        let properties = try #require(try Self.schema()["properties"] as? [String: Any])
        let lines = properties.keys.sorted().compactMap { Self.defaults($0, properties[$0]) }
        #expect(lines.count >= 12)
        let written = try Sample.settings(lines.joined(separator: "\n"))
        let plain = try Sample.settings("")
        #expect(written.site == plain.site)
        #expect(written.output == plain.output)
        #expect(written.state == plain.state)
        #expect(written.fetch == plain.fetch)
        #expect(written.network == plain.network)
        #expect(written.edition == plain.edition)
        #expect(written.ranking == plain.ranking)
        #expect(written.keepsState == plain.keepsState)
        #expect(written.publishGuard == plain.publishGuard)
    }

    @Test func theDefaultsOfASourceAreThoseOfTheReader() throws {
        let properties = try #require(try Self.schema()["properties"] as? [String: Any])
        let list = try #require(properties["sources"] as? [String: Any])
        let source = try #require((list["items"] as? [String: Any])?["properties"] as? [String: Any])
        let own = source.keys.sorted().compactMap { name -> String? in
            (source[name] as? [String: Any])?["properties"] == nil ? Self.defaults(name, source[name]) : nil
        }
        let hackerNews = try #require(Self.defaults("hackernews", source["hackernews"]))
        let written = try Sample.source((own + [hackerNews]).joined(separator: ", "))
        #expect(try written == Sample.source("hackernews: ~"))
        #expect(own.count >= 3)
    }

    private static func schema() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// `key: default`, or `key: {inner: default, …}`; `nil` where there is no default.
    private static func defaults(_ name: String, _ schema: Any?) -> String? {
        guard let schema = schema as? [String: Any] else { return nil }
        if let value = schema["default"] as? String { return "\(name): \"\(value)\"" }
        guard let properties = schema["properties"] as? [String: Any] else { return nil }
        let inner = properties.keys.sorted().compactMap { defaults($0, properties[$0]) }
        return inner.isEmpty ? nil : "\(name): {\(inner.joined(separator: ", "))}"
    }

    private static func collectNames(_ schema: Any, into names: inout Set<String>) {
        if let list = schema as? [Any] {
            list.forEach { collectNames($0, into: &names) }
        } else if let object = schema as? [String: Any] {
            if let properties = object["properties"] as? [String: Any] { names.formUnion(properties.keys) }
            object.values.forEach { collectNames($0, into: &names) }
        }
    }
}
