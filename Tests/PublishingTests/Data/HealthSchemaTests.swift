import Foundation
import NewsModel
import Testing

@testable import Publishing

/// `docs/health.schema.json` says what `health.json` holds, no more and no less.
@Suite struct HealthSchemaTests {
    private func schema() throws -> JSONSchema {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/health.schema.json")
        return JSONSchema(
            root: try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]))
    }

    private func report(_ outcomes: [Outcome]) throws -> Any {
        let sources = outcomes.map { outcome in
            var source = Samples.source(SourceID(rawValue: "s-\(outcome.rawValue)"), [.fresh, outcome])
            source.moved = outcome == .fresh ? "https://new.example/" : nil
            source.report.times.connect = .milliseconds(3)
            return source
        }
        var health = Samples.health(sources)
        health.changes = [
            .broke(.late, detail: nil, advice: "wait"), .recovered(failures: 3), .moved(to: "https://new.example/"),
        ].map { kind in
            HealthChange(source: "s-late", title: "S", date: Samples.date, updated: Samples.night, kind: kind)
        }
        let bytes = try SiteRenderer(templates: nil, language: "en").render(Samples.publication(health: health))
            .text("health.json")
        return try JSONSerialization.jsonObject(with: Data(bytes.utf8))
    }

    @Test func describesEveryReport() throws {
        #expect(try schema().faults(of: report(Outcome.allCases)) == [])
        #expect(try schema().faults(of: report([])) == [])
    }

    @Test func refusesWhatIsNoReport() throws {
        var report = try #require(try report([.late]) as? [String: Any])
        report["generated"] = "yesterday"
        report["more"] = 1
        report["summary"] = nil
        #expect(
            try schema().faults(of: report).sorted() == [
                "$.generated: “yesterday” is not of the pattern", "$: “more” is not described",
                "$: “summary” is missing",
            ])
    }
}

/// As much of JSON Schema as our schemas use.
struct JSONSchema {
    let root: [String: Any]

    func faults(of value: Any) -> [String] { faults(of: value, by: root, at: "$") }

    private func faults(of value: Any, by schema: [String: Any], at path: String) -> [String] {
        var found: [String] = []
        if let reference = schema["$ref"] as? String { found += faults(of: value, by: resolve(reference), at: path) }
        if let choices = schema["anyOf"] as? [[String: Any]],
            !choices.contains(where: { faults(of: value, by: $0, at: path).isEmpty })
        {
            found.append("\(path): none of the choices")
        }
        if let types = schema["type"].map({ $0 as? [String] ?? [$0 as? String ?? ""] }),
            !types.contains(type(of: value))
        {
            return found + ["\(path): is \(type(of: value))"]
        }
        if let words = schema["enum"] as? [String], !words.contains(value as? String ?? "") {
            found.append("\(path): “\(value)” is not one of the words")
        }
        if let pattern = schema["pattern"] as? String, let text = value as? String,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            found.append("\(path): “\(text)” is not of the pattern")
        }
        if let least = schema["minimum"] as? Int, let number = value as? Int, number < least {
            found.append("\(path): \(number) is too small")
        }
        if let object = value as? [String: Any] { found += members(of: object, by: schema, at: path) }
        if let items = schema["items"] as? [String: Any], let list = value as? [Any] {
            found += list.enumerated().flatMap { faults(of: $1, by: items, at: "\(path)[\($0)]") }
        }
        return found
    }

    private func members(of object: [String: Any], by schema: [String: Any], at path: String) -> [String] {
        let known = schema["properties"] as? [String: [String: Any]] ?? [:]
        let required = schema["required"] as? [String] ?? []
        var found = required.filter { object[$0] == nil }.map { "\(path): “\($0)” is missing" }
        for (key, value) in object {
            if let inner = known[key] ?? schema["additionalProperties"] as? [String: Any] {
                found += faults(of: value, by: inner, at: "\(path).\(key)")
            } else if schema["additionalProperties"] as? Bool == false {
                found.append("\(path): “\(key)” is not described")
            }
            if let names = schema["propertyNames"] as? [String: Any] { found += faults(of: key, by: names, at: path) }
        }
        return found
    }

    private func resolve(_ reference: String) -> [String: Any] {
        let name = reference.split(separator: "/").last.map(String.init) ?? ""
        return (root["$defs"] as? [String: [String: Any]])?[name] ?? [:]
    }

    private func type(of value: Any) -> String {
        switch value {
        case is NSNull: "null"
        case is String: "string"
        case is [Any]: "array"
        case is [String: Any]: "object"
        case is Int: "integer"
        default: "number"
        }
    }
}
