package import WebText

extension WebPage {
    /// Whether a page comes from a gate before the site, which asks for a proof that a person is there: by the words and the
    /// addresses of those that are widely used, in the beginning of the page.
    package static func asksForProof(_ page: Bytes) -> Bool {
        let head = page.part(0..<min(page.count, longestGate))
        let text = head.string.lowercased().replacing("&#39;", with: "'").replacing("’", with: "'")
        return gateSigns.contains { text.contains($0) }
    }

    /// In bytes: a gate's page is short.
    private static let longestGate = 32 << 10

    private static let gateSigns = WordList.lines(PackageResources.robot_checks_txt)
}
