import Foundation
import Yams

/// Parses the text of a configuration into nodes, and reports what is no YAML.
enum YAMLDocument {
    /// The most bytes of a configuration file.
    static let mostBytes = 4 << 20

    /// The root of the document; `.broken` where its text is no YAML, `nil` where it holds nothing.
    ///
    /// Keys that stand twice are kept twice: ``TreeBuilder`` names both places.
    static func root(of text: String, _ reader: inout ConfigurationReader) -> Node? {
        guard hasNoControlCharacters(text, &reader) else { return .broken(at: .start) }
        var masked = MaskedYAML(text)
        while true {
            do {
                // The parser owns the anchors that the nodes only point to, so it must outlive them.
                let parser = try Parser(yaml: masked.text, resolver: .basic, encoding: .utf8)
                guard let root = try parser.singleRoot() else { return nil }
                return withExtendedLifetime(parser) {
                    var builder = TreeBuilder(masked: masked)
                    return builder.build(root, &reader)
                }
            } catch YamlError.duplicatedKeysInMapping(_, let context) {
                let position = FilePosition(line: context.mark.line, column: context.mark.column)
                guard !masked.hideKey(at: position) else { continue }
                for position in masked.hiddenKeys + [position] {
                    reader.report("the key that stands here is given again further down; keep one", at: position)
                }
                return .broken(at: position)
            } catch {
                let advice = SyntaxAdvice(error, masked: masked)
                reader.report(advice.message, at: advice.position)
                return .broken(at: advice.position)
            }
        }
    }

    /// Control characters are no YAML, and would move the cursor of whoever reads a message that shows them.
    private static func hasNoControlCharacters(_ text: String, _ reader: inout ConfigurationReader) -> Bool {
        var (line, column) = (1, 1)
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                (line, column) = (line + 1, 1)
                continue
            }
            if isForbidden(scalar) {
                let code = String(scalar.value, radix: 16, uppercase: true)
                let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
                reader.report(
                    "the character \(name) is not allowed in YAML; "
                        + "remove it, or write it as an escape in double quotes",
                    at: FilePosition(line: line, column: column))
                return false
            }
            column += 1
        }
        return true
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85: false
        case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}

extension Node {
    static func broken(at position: FilePosition) -> Node { Node(content: .broken, position: position) }
}

/// Where something stands in the file; both count from 1, columns in Unicode scalars.
struct FilePosition: Hashable, Sendable {
    let line: Int
    let column: Int

    static let start = FilePosition(line: 1, column: 1)
}

/// A value of the file, with its aliases followed and its merge keys applied.
struct Node: Sendable {
    enum Content: Sendable {
        /// `~`, `null`, or nothing at all behind a key.
        case nothing
        case text(String)
        case list([Node])
        case mapping([Member])
        /// Something that a diagnostic was already given for; whoever reads it says nothing more.
        case broken
    }

    struct Member: Sendable {
        let key: String
        let keyPosition: FilePosition
        let value: Node
    }

    let content: Content
    let position: FilePosition

    /// How many nodes there are in it, itself included.
    var size: Int {
        switch content {
        case .nothing, .text, .broken: 1
        case .list(let nodes): nodes.reduce(1) { $0 + $1.size }
        case .mapping(let members): members.reduce(1) { $0 + 1 + $1.value.size }
        }
    }

    var isNothing: Bool {
        if case .nothing = content { true } else { false }
    }

    var isBroken: Bool {
        if case .broken = content { true } else { false }
    }
}
