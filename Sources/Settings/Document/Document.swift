import Foundation
import Yams

/// A YAML file on its way from text to nodes.
enum Document {
    /// The most bytes of a configuration file.
    static let mostBytes = 1 << 20

    /// The root of the document; `.broken` where its text is no YAML, `nil` where it holds nothing.
    ///
    /// Keys that stand twice are kept twice: ``TreeBuilder`` names both places.
    static func root(of text: String, _ reading: inout Reading) -> Node? {
        guard hasNoControlCharacters(text, &reading) else { return .broken(at: .start) }
        var disguise = Disguise(text)
        while true {
            do {
                // The parser owns the anchors that the nodes only point to, so it must outlive them.
                let parser = try Parser(yaml: disguise.text, resolver: .basic, encoding: .utf8)
                guard let root = try parser.singleRoot() else { return nil }
                return withExtendedLifetime(parser) {
                    var builder = TreeBuilder(disguise: disguise)
                    return builder.build(root, &reading)
                }
            } catch YamlError.duplicatedKeysInMapping(_, let context) {
                let place = Place(line: context.mark.line, column: context.mark.column)
                guard !disguise.hideKey(at: place) else { continue }
                for place in disguise.hiddenKeys + [place] {
                    reading.report("the key that stands here is given again further down; keep one", at: place)
                }
                return .broken(at: place)
            } catch {
                let advice = SyntaxAdvice(error, disguise: disguise)
                reading.report(advice.message, at: advice.place)
                return .broken(at: advice.place)
            }
        }
    }

    /// Control characters are no YAML, and would move the cursor of whoever reads a message that shows them.
    private static func hasNoControlCharacters(_ text: String, _ reading: inout Reading) -> Bool {
        var (line, column) = (1, 1)
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                (line, column) = (line + 1, 1)
                continue
            }
            if isForbidden(scalar) {
                let code = String(scalar.value, radix: 16, uppercase: true)
                let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
                reading.report(
                    "the character \(name) is not allowed in YAML; "
                        + "remove it, or write it as an escape in double quotes",
                    at: Place(line: line, column: column)
                )
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
    static func broken(at place: Place) -> Node { Node(content: .broken, place: place) }
}
