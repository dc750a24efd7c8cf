import Foundation
import NewsModel
import Parallelism

/// Output for people: results on standard output, errors and progress on standard error, with known secrets redacted.
enum Console {
    /// A lock and no actor, since words are said from where nothing can be waited for.
    private static let redactor = Guarded(Redactor.none)

    /// From now on takes these out of all that is said.
    static func keep(_ secrets: [Secret]) {
        redactor.withLock { $0 = $0.adding(secrets) }
    }

    /// The same text without secrets, for what is said elsewhere.
    static func redacted(_ text: String, as form: Redactor.Form = .text) -> String {
        redactor.withLock { $0 }.redact(text, as: form)
    }

    /// Whether somebody is watching standard error.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// A result.
    /// - Throws: where it can't be written; that nobody reads it any more (a closed pipe) is no failure.
    static func say(_ text: String, as form: Redactor.Form = .text) throws(CommandFailure) {
        let code = write(text + "\n", as: form, to: STDOUT_FILENO)
        guard code == 0 else { throw .notWritten(code) }
    }

    /// What a person should know, with who says so before each line.
    static func complain(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        note(lines.map { $0.isEmpty ? "" : "broadsheet: \($0)" }.joined(separator: "\n"))
    }

    /// Progress and tables that are no result. Where they can't be written there is nobody to be told.
    static func note(_ text: String) {
        _ = write(text + "\n", as: .text, to: STDERR_FILENO)
    }

    /// The same in colour, where standard error shows that.
    static func note(_ lines: [StyledText]) {
        _ = write(lines, to: STDERR_FILENO)
    }

    /// A result in colour, where standard output shows that.
    /// - Throws: where it can't be written.
    static func say(_ lines: [StyledText]) throws(CommandFailure) {
        let code = write(lines, to: STDOUT_FILENO)
        guard code == 0 else { throw .notWritten(code) }
    }

    /// Draws the last line of the terminal behind standard error anew; no line at all where the text is empty.
    static func redraw(_ text: String) {
        _ = StandardStreams.write(Array("\r\u{1B}[K\(TerminalText.safe(redacted(text)))".utf8), to: STDERR_FILENO)
    }

    private static func write(_ lines: [StyledText], to descriptor: Int32) -> Int32 {
        let hasColour = Terminal(descriptor).hasColour
        let text = lines.map { line in
            line.rendered(inColour: hasColour) { TerminalText.safe(redacted($0)) }.trimmingEnd + "\n"
        }
        return StandardStreams.write(Array(text.joined().utf8), to: descriptor)
    }

    private static func write(_ text: String, as form: Redactor.Form, to descriptor: Int32) -> Int32 {
        StandardStreams.write(Array(TerminalText.safe(redacted(text, as: form)).utf8), to: descriptor)
    }
}

/// Text that may go to a terminal or into a log: what sources and servers say can hold no command to either, and can't
/// turn around the line that it stands in.
enum TerminalText {
    /// The same text with `\u…` in the place of each control character but line breaks and tabs, and of each character
    /// that directs the order of others (UAX #9). So written it is seen, and in JSON, where such characters stand in
    /// strings alone, it is the same value.
    static func safe(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var safe = ""
        safe.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            if isUnsafe(scalar) { safe += escape(scalar) } else { safe.unicodeScalars.append(scalar) }
        }
        return safe
    }

    /// The same of text in UTF-8.
    static func safe(_ bytes: [UInt8]) -> [UInt8] {
        // Nearly all lines have nothing that could be the beginning of one.
        guard bytes.contains(where: maybeUnsafe) else { return bytes }
        return Array(safe(String(decoding: bytes, as: UTF8.self)).utf8)
    }

    private static func maybeUnsafe(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
        default: false
        }
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0: true
        // Marks, embeddings, overrides and isolates of direction, and separators of lines.
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F: true
        case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }

    /// As JSON writes it: in four digits for each unit of UTF-16.
    private static func escape(_ scalar: Unicode.Scalar) -> String {
        Character(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}

/// Columns aligned by width; figures to the right, words to the left.
struct TextTable {
    let heading: [String]
    let rows: [[String]]

    var text: String {
        let all = [heading] + rows
        let widths = heading.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        let isFigure = heading.indices.map { column in
            !rows.isEmpty && rows.allSatisfy { $0[column].first.map { $0.isNumber || $0 == "–" } ?? true }
        }
        return all.map { row in
            let cells = heading.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return isFigure[column] ? space + row[column] : row[column] + space
            }
            return cells.joined(separator: "  ").trimmingEnd
        }.joined(separator: "\n")
    }
}

extension String {
    /// Without spaces at its end.
    var trimmingEnd: Substring {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return text
    }
}
