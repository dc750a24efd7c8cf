import Foundation
import NewsModel
import Publishing

/// A feed as `inspect feed` prints it: one line of JSON, its members in a fixed order.
enum FeedRecord {
    static func line(file: String, error: String) -> String {
        object([("file", string(file)), ("error", string(error))])
    }

    static func line(file: String, feed: Feed) -> String {
        object([
            ("file", string(file)), ("format", string(feed.format?.rawValue)),
            (
                "feed",
                object([
                    ("title", string(feed.title)), ("link", string(feed.link)),
                    (
                        "description",
                        feed.descriptionMarkup == nil ? string(feed.description) : html(feed.descriptionMarkup)
                    ), ("language", string(feed.language)),
                    ("updated", date(feed.updated)),
                ])
            ),
            ("entries", array(feed.items.map(entry))),
            ("warnings", array(feed.warnings.map { string($0.description) })),
        ])
    }

    private static func entry(_ item: FeedItem) -> String {
        object([
            ("id", string(item.id)), ("title", string(item.title)), ("link", string(item.link)),
            ("published", date(item.published)), ("updated", date(item.updated)),
            ("authors", array(item.authors.map { string($0) })), ("summary", html(item.summary)),
            ("content", html(item.content)), ("categories", array(item.categories.map { string($0) })),
            ("enclosures", array(item.enclosures.map(enclosure))),
        ])
    }

    private static func enclosure(_ file: Enclosure) -> String {
        object([
            ("url", string(file.url)), ("type", string(file.type)), ("length", file.length.map(String.init) ?? "null"),
        ])
    }

    private static func html(_ markup: Markup?) -> String {
        string(markup.map { Sanitiser.html($0, showsImages: true).html })
    }

    /// RFC 3339 in UTC, to the second.
    private static func date(_ date: Date?) -> String {
        string(date.map { $0.formatted(.iso8601) })
    }

    private static func object(_ members: [(name: String, value: String)]) -> String {
        "{" + members.map { "\(string($0.name)):\($0.value)" }.joined(separator: ",") + "}"
    }

    private static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }

    private static func string(_ text: String?) -> String {
        guard let text else { return "null" }
        var line: [UInt8] = [UInt8(ascii: "\"")]
        line.reserveCapacity(text.utf8.count + 2)
        for byte in text.utf8 { append(byte, to: &line) }
        line.append(UInt8(ascii: "\""))
        return String(decoding: line, as: UTF8.self)
    }

    /// Escapes what JSON does not take as it is (RFC 8259 §7).
    private static func append(_ byte: UInt8, to line: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): line += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "\n"): line += Array(#"\n"#.utf8)
        case 0..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            line += Array(#"\u00"#.utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        default: line.append(byte)
        }
    }
}
