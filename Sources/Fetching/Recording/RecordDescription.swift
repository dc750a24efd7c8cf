package import Foundation
package import NewsModel
import WebArchive
import WebText

/// What a record says of itself in its first lines: the `warcinfo` of its file.
package struct RecordDescription: Sendable, Hashable {
    /// The version of the program that wrote it.
    package var version = Product.version
    /// The instant of the run.
    package var now: Date
    /// The edition that the run was to make, such as `2026-11-23`.
    package var edition: String
    package var isForced = false
    /// The sources that were asked; all where it is empty.
    package var only: [String] = []
    /// The part of the sources that was asked; `nil` for all.
    package var shard: Shard?
    /// How many sources were to be asked.
    package var sources = 0
    /// A hash of the configuration without its secrets.
    package var configurationFingerprint = ""
    /// A hash of what the state remembered of the sources.
    package var stateFingerprint = ""
    /// The text of the configuration without its secrets; empty where it is not told.
    package var configuration = ""
    /// The lists of feeds that it names by their addresses, as they were read.
    package var lists: [FeedList] = []
    /// The names of the secrets for which placeholders stand, by their numbers (``NamedSecrets``).
    package var secretNames: [[String]] = []
    /// What was said of what was asked before the sources.
    package var notices: [HealthNotice] = []

    /// A list of feeds at an address.
    package struct FeedList: Sendable, Hashable {
        package var url: String
        package var bytes: [UInt8]

        package init(url: String, bytes: [UInt8]) {
            self.url = url
            self.bytes = bytes
        }
    }

    /// One part of so many.
    package struct Shard: Sendable, Hashable, CustomStringConvertible {
        /// From 1.
        package let number: Int
        package let count: Int

        /// `nil` unless the number lies within the count.
        package init?(number: Int, count: Int) {
            guard count >= 1, count <= Self.most, (1...count).contains(number) else { return nil }
            self.number = number
            self.count = count
        }

        /// Reads `3/16`.
        package init?(_ text: String) {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
            guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
            self.init(number: number, count: count)
        }

        package static let most = 10_000
        package var description: String { "\(number)/\(count)" }
    }

    package init(now: Date, edition: String) {
        self.now = now
        self.edition = edition
    }

    /// Of all lists together; what is more is not recorded.
    package static let mostListBytes = 16 << 20

    /// Which version of the metadata is written here; another one is not read.
    private static let form = "1"
    /// The field that says so, by which a file is known as one of this program.
    static let formName = "broadsheet-form"

    /// As `application/warc-fields` (WARC 1.1, Annex B), with the words of the standard and words of our own.
    func fields(tag: String) -> [WARCHead.Field] {
        var fields = [
            WARCHead.Field("software", "\(Product.name)/\(version)"),
            WARCHead.Field("format", "WARC File Format 1.1"),
            WARCHead.Field(
                "conformsTo", "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
            WARCHead.Field("robots", "ignore"),
            WARCHead.Field(Self.formName, Self.form), WARCHead.Field("broadsheet-tag", tag),
            WARCHead.Field("broadsheet-now", RFC3339.precise(now)), WARCHead.Field("broadsheet-edition", edition),
            WARCHead.Field("broadsheet-sources", String(sources)),
            WARCHead.Field("broadsheet-configuration-fingerprint", configurationFingerprint),
            WARCHead.Field("broadsheet-state-fingerprint", stateFingerprint),
        ]
        if isForced { fields.append(WARCHead.Field("broadsheet-forced", "true")) }
        if !only.isEmpty { fields.append(WARCHead.Field("broadsheet-only", only.joined(separator: " "))) }
        if let shard { fields.append(WARCHead.Field("broadsheet-shard", shard.description)) }
        if !configuration.isEmpty { fields.append(WARCHead.Field("broadsheet-configuration", quoted(configuration))) }
        if secretNames.contains(where: { !$0.isEmpty }) {
            fields += secretNames.map { WARCHead.Field("broadsheet-secret", $0.joined(separator: " ")) }
        }
        for list in lists {
            let bytes = Data(list.bytes).base64EncodedString()
            fields.append(WARCHead.Field("broadsheet-list", "\(bytes) \(quoted(list.url))"))
        }
        for notice in notices {
            fields.append(
                WARCHead.Field("broadsheet-notice", "\(notice.isKnown ? Self.known : Self.new) \(quoted(notice.text))"))
        }
        return fields
    }

    private static let known = "known"
    private static let new = "new"

    /// The same with what `hide` makes of each text that may hold a secret.
    func hiding(_ hide: ([UInt8]) -> [UInt8]) -> RecordDescription {
        func hidden(_ text: String) -> String { String(decoding: hide(Array(text.utf8)), as: UTF8.self) }
        var description = self
        description.configuration = hidden(configuration)
        description.lists = lists.map { FeedList(url: hidden($0.url), bytes: WideBody.changing($0.bytes, hide)) }
        for index in notices.indices { description.notices[index].text = hidden(notices[index].text) }
        return description
    }

    private func quoted(_ text: String) -> String {
        var writer = JSONWriter(indent: nil)
        writer.text(nil, text)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Reads what was written.
    /// - Returns: the description and the tag of its placeholders; `nil` where the file was written by another program, or
    ///   in a form that is not read here.
    static func read(_ block: [UInt8]) -> (RecordDescription, tag: String)? {
        let fields = HTTPMessageBlock.fields(in: block)
        let values = Dictionary(fields.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
        func value(_ name: String) -> String? { values["broadsheet-" + name] }
        guard value("form") == form, let tag = value("tag"), let now = value("now").flatMap(RFC3339.date),
            let edition = value("edition")
        else { return nil }
        var description = RecordDescription(now: now, edition: edition)
        description.version = values["software"].map { String($0.drop { $0 != "/" }.dropFirst()) } ?? ""
        description.isForced = value("forced") == "true"
        description.only = value("only").map { $0.split(separator: " ").map(String.init) } ?? []
        description.shard = value("shard").flatMap { Shard($0) }
        description.sources = value("sources").flatMap { Int($0) } ?? 0
        description.configurationFingerprint = value("configuration-fingerprint") ?? ""
        description.stateFingerprint = value("state-fingerprint") ?? ""
        description.configuration = value("configuration").flatMap(unquoted) ?? ""
        description.secretNames = fields.filter { $0.name.lowercased() == "broadsheet-secret" }
            .map { $0.value.split(separator: " ").map(String.init) }
        func pairs(_ name: String) -> [(word: String, text: String)] {
            fields.filter { $0.name.lowercased() == "broadsheet-" + name }.compactMap { field in
                let word = field.value.prefix { $0 != " " }
                return unquoted(String(field.value.dropFirst(word.count + 1))).map { (String(word), $0) }
            }
        }
        description.lists = pairs("list").compactMap { bytes, url in
            Data(base64Encoded: bytes).map { FeedList(url: url, bytes: Array($0)) }
        }
        description.notices = pairs("notice").map { word, text in
            var notice = HealthNotice(text, sources: [])
            notice.isKnown = word == known
            return notice
        }
        return (description, tag)
    }

    private static func unquoted(_ text: String) -> String? {
        guard case .string(let text)? = try? JSONReader.document(Array(text.utf8)) else { return nil }
        return text
    }
}
