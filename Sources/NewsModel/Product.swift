/// What the tool says of itself: in requests, in feeds, in `--version`.
package enum Product {
    package static let name = "Broadsheet"
    package static let version = "0.1.0"
    /// Where to read about it. A reserved name (RFC 2606) until the project has an address of its own.
    package static let address = "https://broadsheet.example/"
    /// Where the files of the newest release are.
    package static let downloads = "https://broadsheet.example/releases/latest/download"
}
