import WebText

/// Puts placeholders in the place of secrets, in what is kept for later, and turns them back where the secrets are at hand.
///
/// A placeholder is a word of small letters, digits and hyphens, so that it may stand in an address, a field, XML and JSON
/// alike, and one that looks secret itself: `secret-5f0c9a1e77b2-3a`, with the tag of what it stands in, the number of the secret, and the way in which that
/// was written. What servers told is numbered by itself, and has no way back: `secret-5f0c9a1e77b2-0l`.
package struct SecretPlaceholders: Sendable {
    /// Twelve hexadecimal digits that no server can know beforehand.
    package let tag: String
    private let secrets: [Secret]
    /// Knows the secrets as texts are searched for them.
    private let texts: Redactor
    /// Knows them as addresses and fields are searched: what hides only the address of a source is sought too.
    private let addresses: Redactor
    private let spellings: [SpelledSecret]
    /// Whether the configuration holds placeholders of this very tag, which then stay as they are.
    private let isRedacted: Bool

    /// Whether there is nothing to hide.
    package var isEmpty: Bool { secrets.isEmpty }

    /// Where a secret is looked for.
    package enum Place: Sendable {
        case text
        /// An address or the value of a field.
        case address
    }

    /// - Parameters:
    ///   - tag: of what the placeholders stand in.
    ///   - secrets: in the order by which they are numbered.
    package init(tag: String, secrets: [Secret]) {
        self.tag = tag
        self.secrets = secrets
        isRedacted = secrets.contains { $0.reveal().contains("secret-\(tag)-") }
        texts = Redactor(secrets: secrets.map(Self.sought))
        addresses = Redactor(secrets: secrets.map { Secret($0.reveal()) })
        spellings = SpelledSecret.all(of: secrets)
    }

    /// One of a file, for its id, of the secrets of a configuration.
    package static func tag(of id: UInt64) -> String {
        let digits = String(id, radix: 16)
        return String((String(repeating: "0", count: 16) + digits).suffix(12))
    }

    /// What hides an address and is made up is sought in all texts: they repeat the address, and nobody says it by chance.
    private static func sought(_ secret: Secret) -> Secret {
        let isMadeUp = secret.reach == .addressesOfSources && !SecretShape.isOrdinary(secret.reveal())
        return isMadeUp ? Secret(secret.reveal()) : secret
    }

    /// The same bytes with a placeholder for each secret, and for each that was learned.
    package func hiding(_ bytes: [UInt8], at place: Place = .text, learned: LearnedPlaceholders? = nil) -> [UInt8] {
        let own = (place == .text ? texts : addresses).replacing(in: bytes) { placeholder(for: $0) }
        guard let learned else { return own }
        return (place == .text ? learned.texts : learned.addresses).replacing(in: own) { written in
            Array(word("\(learned.number(of: written))\(SpelledSecret.learned)").utf8)
        }
    }

    /// The same text with a placeholder for each secret.
    package func hiding(_ text: String, at place: Place = .text, learned: LearnedPlaceholders? = nil) -> String {
        String(decoding: hiding(Array(text.utf8), at: place, learned: learned), as: UTF8.self)
    }

    /// What servers told one source, which nobody can turn back.
    package func learned(_ secrets: [Secret]) -> LearnedPlaceholders? {
        let unknown = secrets.filter { $0.reveal().utf8.count >= 4 }
        guard !unknown.isEmpty else { return nil }
        return LearnedPlaceholders(unknown)
    }

    /// What is read where a secret stood that nobody knows.
    package var learnedWord: String { word("learned") }

    /// What stands in the place of a value that is not searched for, such as a cookie's.
    package func word(_ name: String) -> String { "secret-\(tag)-\(name)" }

    private func placeholder(for written: [UInt8]) -> [UInt8] {
        Array(word(SpelledSecret.code(of: written, among: spellings, secrets)).utf8)
    }

    // MARK: Turning back

    /// What becomes of a placeholder whose secret nobody knows.
    package enum Unknown: Sendable {
        /// All are ``learnedWord``, which pages show as they show a secret.
        case alike
        /// They stay as they are, as it takes to tell one address from another.
        case apart
    }

    /// The same bytes with the secrets in the place of their placeholders.
    package func restoring(_ bytes: [UInt8], unknown: Unknown = .alike) -> [UInt8] {
        let mark = Array("secret-\(tag)-".utf8)
        guard bytes.count > mark.count, !isRedacted else { return bytes }
        return bytes.withUnsafeBufferPointer { bytes in
            var result: [UInt8] = []
            var copied = 0
            var place = 0
            while let found = bytes.index(of: mark[0], from: place) {
                place = found + 1
                guard bytes[found...].starts(with: mark) else { continue }
                let end = found + mark.count
                guard let (secret, length) = SpelledSecret.read(bytes[end...], among: spellings, secrets),
                    secret != nil || unknown == .alike
                else { continue }
                if copied == 0 { result.reserveCapacity(bytes.count) }
                result.append(contentsOf: bytes[copied..<found])
                result.append(contentsOf: secret ?? Array(learnedWord.utf8))
                copied = end + length
                place = copied
            }
            return copied == 0 ? Array(bytes) : result + bytes[copied...]
        }
    }

    /// The same text with the secrets in the place of their placeholders.
    package func restoring(_ text: String, unknown: Unknown = .alike) -> String {
        guard !isRedacted, text.utf8.count > tag.utf8.count, text.contains(tag) else { return text }
        return String(decoding: restoring(Array(text.utf8), unknown: unknown), as: UTF8.self)
    }

    /// What stands where there is no way back, as a secret, so that pages show the same for it as for what it stands for.
    package var irreversible: Secret { Secret(learnedWord, reach: .wholly) }
}

/// What servers told one source, and what stands for it: in texts only what is taken out of every page too.
package struct LearnedPlaceholders: Sendable {
    fileprivate let texts: Redactor
    fileprivate let addresses: Redactor
    private let secrets: [Secret]
    private let spellings: [SpelledSecret]

    fileprivate init(_ secrets: [Secret]) {
        self.secrets = secrets
        texts = Redactor(secrets: secrets)
        addresses = Redactor(secrets: secrets.map { Secret($0.reveal()) })
        spellings = SpelledSecret.all(of: secrets)
    }

    fileprivate func number(of written: [UInt8]) -> Int { SpelledSecret.number(of: written, among: spellings, secrets) }
}
