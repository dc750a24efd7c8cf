import Yams

/// The diagnostic for a text that is no YAML: libyaml's error in words for the person who wrote it.
struct SyntaxAdvice {
    let message: String
    let position: FilePosition

    init(_ error: any Error, masked: MaskedYAML) {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _):
            let found = FilePosition(line: mark.line, column: mark.column)
            let opened = context.map { FilePosition(line: $0.mark.line, column: $0.mark.column) }
            let whole = "\(context?.text ?? ""): \(problem)"
            (message, position) = Self.advise(whole, found: found, opened: opened, masked)
        case YamlError.composer(_, let problem, let mark, _):
            position = FilePosition(line: mark.line, column: mark.column)
            message =
                problem.contains("another document")
                ? "a second document begins here; a configuration is one, so remove the `---` line"
                : "this is no YAML: \(problem)"
        default:
            position = .start
            message = "the text cannot be read as YAML"
        }
    }

    private static func advise(
        _ problem: String, found: FilePosition, opened: FilePosition?, _ masked: MaskedYAML
    ) -> (String, FilePosition) {
        let tabbed = masked.scalar(at: found) == "\t" || masked.line(found.line).hasPrefix("\t")
        if tabbed, problem.contains("token") || problem.contains("tab") || problem.contains("expected key") {
            return ("a tab indents this line; YAML wants spaces, so replace it with two", found)
        }
        if let indicator = masked.scalar(at: found), problem.contains("cannot start any token") {
            return ("a value cannot begin with `\(indicator)` in YAML; put it in quotes", found)
        }
        for explanation in table where problem.contains(explanation.words) {
            return (explanation.sentence(opened), explanation.standsAtOpening ? opened ?? found : found)
        }
        return ("this is no YAML: \(problem)", found)
    }

    private struct Explanation {
        let words: String
        var standsAtOpening = false
        let sentence: (FilePosition?) -> String
    }

    private static var table: [Explanation] {
        [
            Explanation(words: "Maximum nesting level") { _ in
                "nested deeper than \(TreeBuilder.mostLevels) levels; nothing in the configuration is"
            },
            Explanation(words: "mapping values are not allowed") { _ in
                "a colon with a space behind it starts a value, but a value already stands on this line; "
                    + "put the text in quotes, or begin a new line with the right indentation"
            },
            Explanation(words: "could not find expected ':'", standsAtOpening: true) { _ in
                "a colon is missing behind this; a key is written `key: value`"
            },
            Explanation(words: "unexpected ':'") { _ in
                "this colon needs a space behind it, or the text that it is in needs quotes"
            },
            Explanation(words: "quoted scalar", standsAtOpening: true) { opened in
                "the quotes that open here never close, or hold an escape that YAML does not know"
            },
            Explanation(words: "expected ',' or ']'") { opened in
                "a comma or the `]` of the list from line \(opened?.line ?? 1) is missing before this"
            },
            Explanation(words: "expected ',' or '}'") { opened in
                "a comma or the `}` of the mapping from line \(opened?.line ?? 1) is missing before this"
            },
            Explanation(words: "expected '-' indicator") { opened in
                "this does not line up with the list from line \(opened?.line ?? 1); indent it like the other entries"
            },
            Explanation(words: "expected key") { opened in
                "this does not line up with the keys from line \(opened?.line ?? 1); indent it like them"
            },
            Explanation(words: "block sequence entries are not allowed") { _ in
                "a list entry cannot begin here; put `- ` on a line of its own, below its key"
            },
            Explanation(words: "mapping keys are not allowed") { _ in
                "a key cannot begin here; put it on a line of its own"
            },
            Explanation(words: "anchor") { _ in "an anchor is `&` and a name of letters, digits, `-` or `_`" },
            Explanation(words: "expected node content") { _ in "a value is missing before this" },
            Explanation(words: "block scalar") { _ in "the text behind `|` or `>` begins on the next line, indented" },
            Explanation(words: "<document start>") { _ in
                "this does not line up with anything above; check its indentation"
            },
            Explanation(words: "directive") { _ in "a line cannot begin with `%`; put the text in quotes" },
            Explanation(words: "tag") { _ in "a value cannot begin with `!`; put it in quotes" },
        ]
    }
}
