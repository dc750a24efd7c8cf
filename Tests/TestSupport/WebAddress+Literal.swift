package import WebText

/// In tests an address may be written as a literal.
extension WebAddress: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) {
        guard let address = WebAddress(text) else { preconditionFailure("no address of the web: \(text)") }
        self = address
    }
}
