import Foundation
import NewsModel
import WebText

/// Gives an id to every source that has none: made of its own address alone wherever that is enough, so that it
/// stays the same when other sources come, go or move.
struct SourceNaming {
    /// What an id can be made of.
    enum Hint {
        case given(SourceID)
        /// An address as the file writes it, before its variables are filled in.
        case address(String)
        /// A provider's name and the parameters that matter; `details` tells it from others with the same words.
        case words([String], details: String)

        /// What says nothing of the address; the details tell it from others by their hash alone.
        var withoutAddress: Hint {
            switch self {
            case .given, .words: self
            case .address(let raw):
                .words(["private", SourceNaming.fingerprint(raw)], details: raw)
            }
        }
    }

    private struct ProposedID {
        let index: Int
        let id: String
        /// Tells it from others with the same id.
        let details: String
        /// In characters, which are counted once: thousands are put in order by it.
        let length: Int

        init(index: Int, id: String, details: String) {
            self.index = index
            self.id = id
            self.details = details
            length = details.count
        }
    }

    private var givenPositions: [String: FilePosition] = [:]
    private var given: [(Int, SourceID)] = []
    private var proposals: [ProposedID] = []

    static let mostCharacters = 60

    /// Takes an id that the user gave; where it is taken already, the place of the first is returned.
    mutating func claim(_ id: String, at position: FilePosition) -> FilePosition? {
        if let first = givenPositions[id] { return first }
        givenPositions[id] = position
        return nil
    }

    mutating func add(_ hint: Hint, at index: Int) {
        switch hint {
        case .given(let id): given.append((index, id))
        case .address(let raw):
            let id = Self.id(ofAddress: Self.withoutVariables(raw))
            proposals.append(ProposedID(index: index, id: id, details: raw))
        case .words(let words, let details):
            let id = Self.joined(words.map { Self.slug(Self.withoutVariables($0)) })
            proposals.append(ProposedID(index: index, id: id, details: details))
        }
    }

    /// The id of every source, by its index.
    ///
    /// Of several with the same words, the one with the shortest address has them for itself; the others take a
    /// piece of their address's hash along, so that the order of the file does not matter.
    func ids() -> [(Int, SourceID)] {
        var taken = Set(givenPositions.keys)
        var named = given
        let ordered = proposals.sorted {
            ($0.length, $0.details, $0.index) < ($1.length, $1.details, $1.index)
        }
        var numbers: [String: Int] = [:]
        for proposal in ordered {
            let id = Self.free(proposal, taken, &numbers)
            taken.insert(id)
            named.append((proposal.index, SourceID(rawValue: id)))
        }
        return named
    }

    private static func free(_ proposal: ProposedID, _ taken: Set<String>, _ numbers: inout [String: Int]) -> String {
        guard taken.contains(proposal.id) else { return proposal.id }
        let hashed = withSuffix(proposal.id, fingerprint(proposal.details))
        guard taken.contains(hashed) else { return hashed }
        // The same address again, perhaps with other words to look for: only a number can tell them apart.
        var number = numbers[hashed, default: 1]
        repeat { number += 1 } while taken.contains(withSuffix(hashed, String(number)))
        numbers[hashed] = number
        return withSuffix(hashed, String(number))
    }

    /// The host, and the words of the path that tell one feed of a host from another.
    private static func id(ofAddress raw: String) -> String {
        let (host, rawPath) = hostAndPath(of: raw)
        let path = AddressSecrets.withoutSecrets(path: rawPath)
        let words = path.utf8.split { $0 == ASCII.slash || $0 == ASCII.dot }.map { slug(String(Substring($0))) }
        return joined([slug(host)] + words.filter { !usualWords.contains($0) })
    }

    /// The parts of an address that may have variables in it, so that no reader of addresses would take it; the host
    /// without its user, its port and `www.`. By bytes, since a list may hold thousands.
    private static func hostAndPath(of raw: String) -> (host: String, path: Substring) {
        let text = raw.utf8
        var start = text.startIndex
        if let colon = text.firstIndex(of: ASCII.colon), text[colon...].starts(with: "://".utf8) {
            start = text.index(colon, offsetBy: 3)
        }
        let authority = text[start...].prefix { !"/?#".utf8.contains($0) }
        let path = text[authority.endIndex...].prefix { !"?#".utf8.contains($0) }
        var host = authority.split(separator: UInt8(ascii: "@")).last ?? authority[authority.endIndex...]
        if let colon = host.lastIndex(of: ASCII.colon), host[colon...].dropFirst().allSatisfy(\.isDigit) {
            host = host[..<colon]
        }
        let name = String(Substring(host))
        return (name.lowercased().hasPrefix("www.") ? String(name.dropFirst(4)) : name, Substring(path))
    }

    /// What the path of nearly every feed holds.
    private static let usualWords: Set<String> = [
        "", "rss", "rss2", "atom", "feed", "feeds", "xml", "rdf", "json", "index", "default", "php", "html", "htm",
        "aspx", "jsonfeed", "en",
    ]

    private static func joined(_ words: [String]) -> String {
        let id = words.filter { !$0.isEmpty }.joined(separator: "-")
        guard id.count > mostCharacters else { return id.isEmpty ? "source" : id }
        return withSuffix(id, fingerprint(id))
    }

    private static func withSuffix(_ id: String, _ suffix: String) -> String {
        let room = id.prefix(mostCharacters - suffix.count - 1)
        return String(room.reversed().drop { $0 == "-" }.reversed()) + "-" + suffix
    }

    /// Small letters and digits, with `-` between them.
    private static func slug(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return slug(ofASCII: text) }
        let plain = text.folding(options: .diacriticInsensitive, locale: nil).lowercased()
        return plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    }

    /// The same of nearly all addresses, in which there are no accents to be taken away.
    private static func slug(ofASCII text: String) -> String {
        var bytes: [UInt8] = []
        var isAfterGap = false
        for byte in text.utf8 {
            guard byte.isAlphanumeric else {
                isAfterGap = true
                continue
            }
            if isAfterGap, !bytes.isEmpty { bytes.append(ASCII.minus) }
            isAfterGap = false
            bytes.append(byte.lowercase)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What comes from the environment may be secret, and ids stand in reports.
    private static func withoutVariables(_ raw: String) -> String {
        guard raw.utf8.contains(UInt8(ascii: "$")) else { return raw }
        return raw.replacing(/\$\{[A-Za-z0-9_]*\}/, with: "")
    }

    /// Four digits of FNV-1a: short to type, and the same everywhere.
    static func fingerprint(_ text: String) -> String {
        let hash = FNV1a.hash32(text.utf8)
        let bits = UInt16(truncatingIfNeeded: hash ^ hash >> 16)
        return Hex.text([UInt8(bits >> 8), UInt8(bits & 0xFF)])
    }
}
