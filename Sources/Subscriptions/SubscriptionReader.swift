import FeedParsing
import NewsModel
import WebText

/// Reads a list of feeds of any known format, told by its content.
package enum SubscriptionReader {
    /// The most bytes of a list.
    package static let mostBytes = 64 << 20
    /// The most feeds of a list.
    package static let mostFeeds = 100_000

    /// Reads a whole file, in any encoding, besides the addresses that are known already, which are left out. Throws
    /// where it is no list, or names no feed.
    package static func read(
        _ bytes: [UInt8], besides known: some Sequence<String> = EmptyCollection()
    ) throws(ListError) -> SubscriptionList {
        let text = markup(in: bytes.withUnsafeBufferPointer { Transcoder.utf8($0, contentType: nil) })
        guard text.contains(where: { !$0.isBlank && $0 != 0 }) else { throw .empty }
        let format = try text.withUnsafeBufferPointer { bytes throws(ListError) in try ListSniffer.format(of: bytes) }
        let draft =
            switch format {
            case .opml: text.withUnsafeBufferPointer { OPMLReader.read($0) }
            case .planet: PlanetReader.read(String(decoding: text, as: UTF8.self))
            case .osmosfeed: try OsmosfeedReader.read(String(decoding: text, as: UTF8.self))
            case .kite, .json: try JSONListReader.read(text, format)
            case .lines: LineListReader.read(String(decoding: text, as: UTF8.self))
            }
        let list = DraftJudgement(known: known).list(draft, format)
        guard !list.subscriptions.isEmpty || list.remarks.contains(where: \.isDuplicate) else {
            throw format == .lines ? .notAList("a text without addresses of feeds") : .noFeeds(format)
        }
        return list
    }
}

extension SubscriptionReader {
    /// A text of markup without what keeps it from being read as that: null characters, and escapes of all of it, as when
    /// it was copied out of a page. Any other text as it is.
    private static func markup(in text: [UInt8]) -> [UInt8] {
        let start = text.drop { $0.isBlank || $0 == 0 }
        if start.first == ASCII.lessThan { return text.contains(0) ? text.filter { $0 != 0 } : text }
        guard start.starts(with: "&lt;".utf8) else { return text }
        let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        let whole = String(decoding: start, as: UTF8.self)
        return Array(escapes.reduce(whole) { $0.replacing($1.0, with: $1.1) }.utf8)
    }
}

extension ListRemark {
    fileprivate var isDuplicate: Bool {
        if case .duplicate = self { true } else { false }
    }
}

/// An entry of a list as it is written.
struct DraftEntry {
    var address: String
    var kind = Subscription.Kind.feed
    var title: String?
    /// The folders that it stands in, the outermost first.
    var folders: [String] = []
    var line = 1
}

/// A list as it is written.
struct DraftList {
    var title: String?
    var entries: [DraftEntry] = []
    var remarks: [ListRemark] = []
}

/// Judges each entry of a list: is its address one, is it new, what is its section called?
struct DraftJudgement {
    private var first: [String: Int?] = [:]

    init(known: some Sequence<String>) {
        for address in known { first[MendedAddress.key(of: address)] = .some(nil) }
    }

    func list(_ draft: DraftList, _ format: ListFormat) -> SubscriptionList {
        var seen = first
        var list = SubscriptionList(
            format: format, title: draft.title.flatMap(Self.name), subscriptions: [], remarks: draft.remarks)
        let sections = SectionNames(draft.entries.map(\.folders))
        for entry in draft.entries.prefix(SubscriptionReader.mostFeeds) {
            let mended: MendedAddress
            do throws(MendedAddress.Failure) {
                mended = try MendedAddress(entry.address)
            } catch {
                list.remarks.append(.leftOut(line: entry.line, text: entry.address, reason: error.reason))
                continue
            }
            if let reason = mended.reason {
                list.remarks.append(
                    .mended(line: entry.line, from: entry.address, to: mended.text, reason: reason))
            }
            if let earlier = seen.updateValue(entry.line, forKey: MendedAddress.key(of: mended.text)) {
                list.remarks.append(.duplicate(line: entry.line, address: mended.text, first: earlier))
                seen[MendedAddress.key(of: mended.text)] = earlier
                continue
            }
            var subscription = Subscription(
                address: mended.text, kind: entry.kind, title: entry.title.flatMap(Self.name),
                section: sections.name(of: entry.folders), line: entry.line)
            subscription.looksPrivate = PrivateFeed.isLikely(mended.text)
            list.subscriptions.append(subscription)
        }
        if draft.entries.count > SubscriptionReader.mostFeeds {
            list.remarks.append(.note("only the first \(SubscriptionReader.mostFeeds) feeds are read"))
        }
        return list
    }

    private static func name(_ text: String) -> String? {
        let name = PlainText.name(text)
        return PlainText.isVisible(name) ? name : nil
    }
}

/// What the sections are called that folders become: by the innermost folder, and where two of these have one name, by
/// the whole way to it.
struct SectionNames {
    private var paths: [String: Set<[String]>] = [:]

    private static let mostCharacters = 80

    init(_ all: [[String]]) {
        for path in Set(all) {
            let path = Self.cleaned(path)
            if let last = path.last { paths[last, default: []].insert(path) }
        }
    }

    func name(of folders: [String]) -> String? {
        let path = Self.cleaned(folders)
        guard let last = path.last else { return nil }
        let name = (paths[last]?.count ?? 0) > 1 ? path.joined(separator: " / ") : last
        guard name.count > Self.mostCharacters else { return name }
        return String(name.prefix(Self.mostCharacters - 1)).trimmed + "…"
    }

    private static func cleaned(_ path: [String]) -> [String] {
        path.map { PlainText.line($0) }.filter { PlainText.isVisible($0) }
    }
}
