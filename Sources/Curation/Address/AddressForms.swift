import WebText

/// Host and path without the forms that only say how a page is shown.
enum AddressForms {
    /// The host without `www.` and the names of mobile and AMP editions, which may stand before any label
    /// (`en.m.wikipedia.org`), but never without its registrable domain.
    static func plainHost(_ host: String) -> String {
        let plain = withoutForms(host)
        return AddressFormTables.otherNames[plain] ?? plain
    }

    private static func withoutForms(_ host: String) -> String {
        let labels = host.utf8.split(separator: UInt8(ascii: ".")).map { Substring($0) }
        guard let form = labels.dropLast().firstIndex(where: AddressFormTables.hostLabels.contains) else { return host }
        // Nearly always, and it needs no list of suffixes.
        if form == 0, labels[0] == "www", labels.count > 2,
            !labels[1..<(labels.count - 1)].contains(where: AddressFormTables.hostLabels.contains)
        {
            return String(host.utf8.dropFirst(4)) ?? host
        }
        let domain = PublicSuffix.registrableDomain(of: host).map { $0.split(separator: ".").count } ?? 1
        let kept = labels.dropLast(domain).filter { !AddressFormTables.hostLabels.contains($0) }
        let plain = kept + labels.suffix(domain)
        // A public suffix can have a site as well: www.gov.uk.
        return (plain.first == "www" && plain.count > 2 ? plain.dropFirst() : plain[...]).joined(separator: ".")
    }

    /// The path without session identifiers, AMP and mobile marks, index page and trailing slash.
    static func plainPath(_ path: [String]) -> [String] {
        var segments = path.filter { !isSession($0) }.map(withoutSession)
        dropTrailingEmpty(&segments)
        dropMarks(&segments)
        dropPaperForm(&segments)
        dropIndexPages(&segments)
        dropTrailingEmpty(&segments)
        return segments
    }

    private static func dropTrailingEmpty(_ segments: inout [String]) {
        while segments.last?.isEmpty == true { segments.removeLast() }
    }

    private static func dropMarks(_ segments: inout [String]) {
        segments.removeAll { segment in
            segment.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "a")
                && AddressFormTables.ampSegments.contains(segment.lowercased())
        }
        // A lone name behind it may be an article of a section called “mobile”.
        if segments.count > 2, AddressFormTables.mobileSegments.contains(segments[0].lowercased()) {
            segments.removeFirst()
        }
        guard let last = segments.last, last.utf8.contains(UInt8(ascii: ".")) else { return }
        for (ending, plain) in AddressFormTables.ampEndings where last.hasSuffix(ending) && last != ending {
            segments[segments.count - 1] = last.dropLast(ending.count) + plain
            return
        }
    }

    /// `doi/full/10.1002/eap.2000` is `doi/10.1002/eap.2000`.
    private static func dropPaperForm(_ segments: inout [String]) {
        guard let mark = segments.firstIndex(of: "doi"), mark + 2 < segments.count,
            segments[mark + 2].hasPrefix("10."),
            AddressFormTables.paperForms.contains(segments[mark + 1].lowercased())
        else { return }
        segments.remove(at: mark + 1)
    }

    /// The index page at the end, and `index.php` before a path that it looks up by itself.
    private static func dropIndexPages(_ segments: inout [String]) {
        if let last = segments.last, last.utf8.contains(UInt8(ascii: ".")),
            AddressFormTables.indexPages.contains(last.lowercased())
        {
            segments.removeLast()
        }
        guard segments.count > 1, segments[0].utf8.count == "index.php".utf8.count else { return }
        if segments[0].lowercased() == "index.php" { segments.removeFirst() }
    }

    /// `page;jsessionid=1F` is `page`.
    private static func withoutSession(_ segment: String) -> String {
        guard segment.utf8.contains(UInt8(ascii: ";")) else { return segment }
        let parts = segment.split(separator: ";", omittingEmptySubsequences: false)
        return parts.filter { part in
            let lower = part.lowercased()
            return !AddressFormTables.sessionPrefixes.contains { lower.hasPrefix($0) }
        }.joined(separator: ";")
    }

    /// ASP.NET's `(S(lit3py55t21z5v55vlm25s55))`.
    private static func isSession(_ segment: String) -> Bool {
        segment.hasSuffix("))") && ["(S(", "(A(", "(F(", "(X("].contains { segment.hasPrefix($0) }
    }
}
