import Foundation
import NewsModel
import Publishing
import WebText

/// A feed as `inspect feed` prints it: one line of JSON, its members in a fixed order.
struct FeedRecord {
    /// The line with its line feed, in UTF-8.
    private(set) var line: [UInt8] = []
    private let reach: HostReach

    init(file: String, error: String) {
        reach = .publicOnly
        open("{")
        member("file", file)
        member("error", error)
        close("}")
        line.append(UInt8(ascii: "\n"))
    }

    /// - Parameters:
    ///   - file: what was read, by its name.
    ///   - feed: what was found in it.
    ///   - reach: where links and pictures may lead.
    init(file: String, feed: Feed, reach: HostReach) {
        self.reach = reach
        open("{")
        member("file", file)
        member("format", feed.format?.rawValue)
        name("feed")
        write(head: feed)
        name("entries")
        array(feed.items) { $0.write(entry: $1) }
        name("warnings")
        array(feed.warnings) { $0.string($1.description) }
        close("}")
        line.append(UInt8(ascii: "\n"))
    }

    private mutating func write(head feed: Feed) {
        open("{")
        member("title", feed.title)
        member("link", feed.link)
        name("description")
        if feed.descriptionMarkup == nil { string(feed.description) } else { html(feed.descriptionMarkup) }
        member("language", feed.language)
        member("updated", text(feed.updated))
        close("}")
    }

    private mutating func write(entry item: FeedItem) {
        open("{")
        member("id", item.id)
        member("title", item.title)
        member("link", item.link)
        member("published", text(item.published))
        member("updated", text(item.updated))
        name("authors")
        array(item.authors) { $0.string($1) }
        name("summary")
        html(item.summary)
        name("content")
        html(item.content)
        name("categories")
        array(item.categories) { $0.string($1) }
        name("enclosures")
        array(item.enclosures) { $0.write(enclosure: $1) }
        close("}")
    }

    private mutating func write(enclosure file: Enclosure) {
        open("{")
        member("url", file.url)
        member("type", file.type)
        name("length")
        line += Array((file.length.map(String.init) ?? "null").utf8)
        close("}")
    }

    private mutating func html(_ markup: Markup?) {
        string(markup.map { Sanitiser.html($0, showsImages: true, reach: reach).html })
    }

    /// RFC 3339 in UTC, to the second.
    private func text(_ date: Date?) -> String? { date?.formatted(.iso8601) }

    // MARK: JSON (RFC 8259)

    private mutating func open(_ bracket: StaticString) {
        separate()
        line.append(bracket.utf8Start.pointee)
    }

    private mutating func close(_ bracket: StaticString) { line.append(bracket.utf8Start.pointee) }

    /// A comma where a value or a member came before.
    private mutating func separate() {
        guard let last = line.last, !"{[:\n".utf8.contains(last) else { return }
        line.append(UInt8(ascii: ","))
    }

    private mutating func name(_ name: String) {
        string(name)
        line.append(UInt8(ascii: ":"))
    }

    private mutating func member(_ name: String, _ value: String?) {
        self.name(name)
        string(value)
    }

    private mutating func array<Value>(_ values: [Value], _ write: (inout FeedRecord, Value) -> Void) {
        open("[")
        for value in values { write(&self, value) }
        close("]")
    }

    private mutating func string(_ text: String?) {
        separate()
        guard let text else {
            line += Array("null".utf8)
            return
        }
        line.append(UInt8(ascii: "\""))
        for byte in text.utf8 { append(byte) }
        line.append(UInt8(ascii: "\""))
    }

    /// Escapes what JSON does not take as it is.
    private mutating func append(_ byte: UInt8) {
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
