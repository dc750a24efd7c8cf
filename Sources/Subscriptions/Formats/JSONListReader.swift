import WebText

/// Reads lists of feeds in JSON: Kite's `kite_feeds.json`, whose categories each have `feeds`, and the feeds that
/// Miniflux's API and others tell as objects with a `feed_url`.
struct JSONListReader {
    private var lines: JSONLines
    private var draft = DraftList()

    static func read(_ bytes: [UInt8], _ format: ListFormat) throws(ListError) -> DraftList {
        let root: JSONValue
        do throws(JSONError) {
            root = try JSONReader.document(bytes, limits: JSONReader.Limits(maxElements: SubscriptionReader.mostFeeds))
        } catch .malformed(let line, let reason) {
            throw .broken(format, line: line, reason: reason)
        } catch {
            throw .broken(format, line: nil, reason: "it is no JSON")
        }
        var reader = JSONListReader(lines: JSONLines(bytes))
        reader.collect(root, folders: [])
        return reader.draft
    }

    private mutating func collect(_ value: JSONValue, folders: [String]) {
        switch value {
        case .array(let elements):
            for element in elements { add(element, folders: folders) }
        case .object(let members):
            // What else is said of a category, such as its name in other languages, is no list of feeds.
            let lists = members.filter { Self.isList($0.name) }
            for member in lists { collect(member.value, folders: folders) }
            guard lists.isEmpty else { return }
            for member in members { collect(member.value, folders: [member.name]) }
        case .null, .bool, .number, .string: break
        }
    }

    /// Whether a key says what its value is, and is no category's name.
    private static func isList(_ name: String) -> Bool {
        ["feeds", "sources", "subscriptions", "categories"].contains(name)
    }

    private static let addressKeys = ["feed_url", "feedUrl", "xmlUrl", "url", "href"]

    private mutating func add(_ value: JSONValue, folders: [String]) {
        if case .string(let address) = value {
            draft.entries.append(DraftEntry(address: address, folders: folders, line: lines.line(of: address)))
            return
        }
        let title = value["title"].text ?? value["name"].text
        let known = Self.addressKeys.filter { value.names.contains($0) }
        let address = known.lazy.compactMap { value[$0].text }.first
        if let address, value["disabled"] == .bool(true) {
            let reason = "it is switched off there"
            draft.remarks.append(.leftOut(line: lines.line(of: address), text: title ?? address, reason: reason))
        } else if let address {
            let category = value["category"]["title"].text ?? value["category"].text
            draft.entries.append(
                DraftEntry(
                    address: address, title: title, folders: category.map { [$0] } ?? folders,
                    line: lines.line(of: address)))
        } else if !known.isEmpty {
            let text = title ?? ""
            draft.remarks.append(.leftOut(line: lines.line(of: text), text: text, reason: "it names no feed"))
        } else {
            collect(value, folders: title.map { [$0] } ?? folders)
        }
    }
}

/// Finds the lines on which strings of a document stand, which are asked for in their order.
private struct JSONLines {
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1
    /// Whether one was not found, so that all that follow would be sought in vain.
    private var isLost = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The line of the next string that begins so; that of the one before it where there is none, as where it is written
    /// with escapes of other kinds than `\/`.
    mutating func line(of text: String) -> Int {
        guard !isLost else { return line }
        let wanted = Array(text.utf8)
        var from = place
        while let quote = bytes.withUnsafeBufferPointer({ $0.index(of: UInt8(ascii: "\""), from: from) }) {
            from = quote + 1
            let rest = bytes[from...].prefix(wanted.count * 2).lazy.filter { $0 != UInt8(ascii: "\\") }
            guard rest.starts(with: wanted) else { continue }
            line += bytes[place..<quote].count { $0 == ASCII.lineFeed }
            place = quote
            return line
        }
        isLost = true
        return line
    }
}
