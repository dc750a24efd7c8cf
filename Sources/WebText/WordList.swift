/// Reads a table of words that is embedded as a file of its own: words with white space between them. A line that begins
/// with `#` is a remark.
package enum WordList {
    /// All words of the file.
    package static func words(_ file: [UInt8]) -> [String] { rows(file).flatMap(\.self) }

    /// The words of each line that has any.
    package static func rows(_ file: [UInt8]) -> [[String]] {
        lines(file).map { $0.split(separator: " ").map(String.init) }
    }

    /// Each line that says something, as it is.
    package static func lines(_ file: [UInt8]) -> [String] {
        file.split(separator: ASCII.lineFeed).filter { $0.first != ASCII.hash }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
