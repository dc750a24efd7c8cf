import WebText

/// Addresses in which nothing needs a closer look, as nearly all: `https://`, a name, a path of characters that mean
/// themselves, and at most parameters and a fragment that fall away whatever they say.
///
/// It only saves time: for what it takes it says the same as all the rules, and it takes nothing that looks like a
/// redirect, an AMP or mobile page, an index page or another name of a site.
enum PlainAddress {
    /// The key of a plain address; `nil` for any other.
    static func key(of address: String) -> String? {
        let bytes = address.utf8.span
        guard let start = hostStart(bytes), let host = host(bytes, from: start),
            let end = pathEnd(bytes, from: host.upperBound)
        else { return nil }
        let key = String(Substring(address.utf8.dropFirst(host.lowerBound).prefix(end - host.lowerBound)))
        return end == host.upperBound ? key + "/" : key
    }

    /// Whether an address needs no base, whatever else it is.
    static func isAbsolute(_ address: String) -> Bool {
        hostStart(address.utf8.span) != nil
    }

    private static func hostStart(_ bytes: borrowing Span<UInt8>) -> Int? {
        guard bytes.count > 8, has("http", at: 0, in: bytes) else { return nil }
        let mark = bytes[4] == UInt8(ascii: "s") ? 5 : 4
        return has("://", at: mark, in: bytes) ? mark + 3 : nil
    }

    /// Where the host without `www.` stands; `nil` where it is no plain name or may have another form.
    private static func host(_ bytes: borrowing Span<UInt8>, from start: Int) -> Range<Int>? {
        let isWorldWide = has("www.", at: start, in: bytes)
        var labels = 0
        var (first, end) = (start, start)
        while end < bytes.count, isName(bytes[end]) {
            if bytes[end] == UInt8(ascii: ".") {
                guard end > first, labels == 0 && isWorldWide || !isForm(first..<end, of: bytes) else { return nil }
                labels += 1
                first = end + 1
            }
            end += 1
        }
        // What ends in a number may be an IPv4 address, and of two labels `www` may be the name itself.
        guard first < end, bytes[first].isLetter, labels > 1 || !isWorldWide else { return nil }
        let host = (isWorldWide ? start + 4 : start)..<end
        return others.contains { ends(host, with: $0, in: bytes) } ? nil : host
    }

    /// The end of the path without trailing slashes; `nil` where it, a parameter or the fragment needs a closer look.
    private static func pathEnd(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
        guard start < bytes.count else { return start }
        guard bytes[start] == UInt8(ascii: "/") else { return nil }
        var place = start
        while place < bytes.count, isPath(bytes[place]) {
            if bytes[place] == UInt8(ascii: "/"), mayBeForm(at: place + 1, isFirst: place == start, of: bytes) {
                return nil
            }
            if bytes[place] | 0x20 == UInt8(ascii: "a"), mayMarkAMP(at: place, of: bytes) { return nil }
            place += 1
        }
        guard saysNothing(from: place, of: bytes) else { return nil }
        while place > start, bytes[place - 1] == UInt8(ascii: "/") { place -= 1 }
        return place
    }

    /// Whether a segment begins as AMP, index and mobile pages and dot segments do.
    private static func mayBeForm(at place: Int, isFirst: Bool, of bytes: borrowing Span<UInt8>) -> Bool {
        guard place < bytes.count else { return false }
        return switch bytes[place] | 0x20 {
        case UInt8(ascii: "."): true
        case UInt8(ascii: "a"): has("amp", at: place, in: bytes)
        case UInt8(ascii: "i"): has("index.", at: place, in: bytes)
        case UInt8(ascii: "d"): has("default.", at: place, in: bytes) || has("doi/", at: place, in: bytes)
        case UInt8(ascii: "m"): isFirst && (has("m/", at: place, in: bytes) || has("mobil", at: place, in: bytes))
        case UInt8(ascii: "t"): isFirst && has("touch", at: place, in: bytes)
        case UInt8(ascii: "w"): isFirst && has("wap", at: place, in: bytes)
        default: false
        }
    }

    /// Whether `amp` stands behind a sign that may part it from a name.
    private static func mayMarkAMP(at place: Int, of bytes: borrowing Span<UInt8>) -> Bool {
        !bytes[place - 1].isLetter && bytes[place - 1] != UInt8(ascii: "/") && has("amp", at: place, in: bytes)
    }

    /// Whether nothing follows but parameters of `utm_` and a fragment that is a place on the page.
    private static func saysNothing(from start: Int, of bytes: borrowing Span<UInt8>) -> Bool {
        var place = start
        while place < bytes.count, bytes[place] == UInt8(ascii: place == start ? "?" : "&") {
            guard has("utm_", at: place + 1, in: bytes) else { return false }
            place += 1
            while place < bytes.count, isPrinted(bytes[place]), bytes[place] != UInt8(ascii: "&"),
                bytes[place] != UInt8(ascii: "#")
            { place += 1 }
        }
        guard place < bytes.count else { return true }
        guard bytes[place] == UInt8(ascii: "#"), place + 1 < bytes.count, bytes[place + 1].isLetter else {
            return false
        }
        while place < bytes.count, isPrinted(bytes[place]) { place += 1 }
        return place == bytes.count
    }

    private static func isForm(_ label: Range<Int>, of bytes: borrowing Span<UInt8>) -> Bool {
        for form in forms where form.count == label.count && ends(label, with: form, in: bytes) { return true }
        return false
    }

    private static let forms = AddressFormTables.hostLabels.map { Array($0.utf8) }

    /// The ends of hosts that have other names, or lead elsewhere.
    private static let others = [
        Array(AddressFormTables.otherNames.keys), Array(RedirectTables.queryHosts), RedirectTables.videoHosts,
        RedirectTables.ampCaches, PreprintForms.hosts,
    ].joined().map { Array($0.utf8) }
}

extension PlainAddress {
    /// Whether a text of small letters stands at a place, in either case.
    private static func has(_ text: StaticString, at start: Int, in bytes: borrowing Span<UInt8>) -> Bool {
        guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { text in
            for place in text.indices where bytes[start + place].lowercase != text[place] { return false }
            return true
        }
    }

    private static func ends(_ range: Range<Int>, with end: [UInt8], in bytes: borrowing Span<UInt8>) -> Bool {
        guard end.count <= range.count else { return false }
        let start = range.upperBound - end.count
        for place in end.indices.reversed() where bytes[start + place] != end[place] { return false }
        return true
    }

    /// What may stand in a host in its usual form.
    private static func isName(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte.isDigit || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }

    /// RFC 3986 §2.3, and the slash.
    private static func isPath(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "/")
    }

    private static func isPrinted(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
}
