import WebText

/// Takes every known secret out of what is about to leave: a page, a feed, a report, a line of a log.
///
/// A secret is found however it is spelt (``PlainScalars``, ``SecretSpellings``): as it is, in percent-encoding, in
/// base 64 wherever it stands in it, in other letters, escaped for markup or JSON, with what nobody sees in between, and
/// cut to a half. One of fewer than eight characters is found at the bounds of a word alone, and one that is a word only
/// behind a sign that a value follows.
package struct Redactor: Sendable {
    /// One that knows no secret and changes nothing.
    package static let none = Redactor(secrets: EmptyCollection())

    /// What stands for a secret.
    package static let dots = "•••"

    /// `nil` where there is nothing to find.
    private let index: SecretIndex?
    /// What hides the address of a source, and is an ordinary text elsewhere.
    private let hidden: [[UInt8]]
    private let secrets: Set<Secret>
    /// Those that the ``mark`` is made of.
    private var marked: Set<Secret>

    /// Takes out these values.
    package init(secrets: some Sequence<Secret>) {
        self.secrets = Set(secrets)
        marked = self.secrets
        let sought = self.secrets.filter { $0.reach != .addressesOfSources }
        index = SecretIndex(sought)
        hidden = self.secrets.subtracting(sought).map { SecretSpellings.plain($0.reveal()) }.filter { $0.count > 1 }
    }

    /// Whether it changes nothing.
    package var isEmpty: Bool { index == nil }

    /// One that takes out more.
    package func adding(_ further: some Collection<Secret>) -> Redactor {
        further.allSatisfy(secrets.contains) ? self : Redactor(secrets: secrets.union(further))
    }

    /// One that takes out what servers told as well, with the same ``mark``: what changes each night makes no page anew.
    package func learning(_ further: some Collection<Secret>) -> Redactor {
        var redactor = adding(further)
        redactor.marked = marked
        return redactor
    }

    /// The same text with dots in the place of each secret.
    package func redact(_ text: String) -> String { redact(text, as: .text) }

    /// The same text with dots in the place of each secret; it stays as well-formed as it was.
    package func redact(_ text: String, as form: Form) -> String {
        guard let index else { return text }
        var text = text
        let redacted = text.withUTF8 { index.redacted($0, as: form, with: Self.dots) }
        return redacted.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// The same file with dots in the place of each secret; it stays as well-formed as it was.
    package func redact(_ bytes: [UInt8], as form: Form) -> [UInt8] {
        replacing(in: bytes, as: form, with: Self.dots)
    }

    /// The same bytes with a replacement in the place of each secret, made of the bytes in which that was written.
    func replacing(in bytes: [UInt8], as form: Form = .text, with replacement: ([UInt8]) -> [UInt8]) -> [UInt8] {
        index.flatMap { index in
            bytes.withUnsafeBufferPointer { index.redacted($0, as: form, with: replacement) }
        } ?? bytes
    }

    private static func dots(_ secret: [UInt8]) -> [UInt8] { Array(dots.utf8) }

    /// Whether a secret stands in a text.
    package func finds(in text: String) -> Bool {
        guard let index else { return false }
        var text = text
        return text.withUTF8 { index.redacted($0, as: .text, with: Self.dots) != nil }
    }

    /// Whether no more than the host of the address of a source that holds this may be published.
    func hidesAddress(_ text: String) -> Bool {
        if finds(in: text) { return true }
        guard !hidden.isEmpty else { return false }
        let plain = SecretSpellings.plain(text)
        return hidden.contains { plain.firstRange(of: $0) != nil }
    }

    /// Sixteen bits that change when the secrets do, and tell nothing of them; empty where there are none.
    package var mark: String {
        guard marked.contains(where: { $0.reach != .addressesOfSources }), !isEmpty else { return "" }
        let values = marked.map { $0.reveal() }.sorted()
        let hash = FNV1a.hash64(values.joined(separator: "\0").utf8)
        return String((hash ^ hash >> 16 ^ hash >> 32 ^ hash >> 48) & 0xFFFF, radix: 16)
    }

    /// How a file is written, and so what in it must stay for it to be read.
    package enum Form: Sendable {
        case text
        /// What somebody else wrote: whatever in it is a secret goes.
        case markup
        /// A file of ours in HTML or XML, in which the names of tags and attributes stay.
        case page
        /// A document in which all but strings, and of these the keys, stays.
        case json
    }
}
