package import WebText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension WebPage {
    /// Whether a page comes from a gate before the site, which asks for a proof that a person is there: by the words and the
    /// addresses of those that are widely used, in the beginning of the page.
    package static func asksForProof(_ page: Bytes) -> Bool {
        // As text of C, which is searched much faster than Swift's.
        let head = page.part(0..<min(page.count, longestGate)).map { $0 == 0 ? ASCII.space : $0.lowercase } + [0]
        return head.withUnsafeBytes { text in
            gateSigns.contains { sign in
                guard let start = text.baseAddress?.assumingMemoryBound(to: CChar.self) else { return false }
                return strstr(start, sign) != nil
            }
        }
    }

    /// In bytes: a gate's page is short.
    private static let longestGate = 16 << 10

    /// In small letters, each with its apostrophe in the ways in which pages write it.
    private static let gateSigns: [[CChar]] = WordList.lines(PackageResources.robot_checks_txt).flatMap { sign in
        sign.contains("'")
            ? ["'", "’", "&#39;", "&rsquo;"].map { Array(sign.replacing("'", with: $0).utf8CString) }
            : [Array(sign.utf8CString)]
    }
}
