/// All story templates, read from the tables once.
///
/// A table is text in which the first characters of a line say what it is:
/// ```
/// @ night-ferry                              a story begins, with its name
/// years: 3-9                                 its own holes: a range, or words between bars
/// vessel: a refitted ferry | two catamarans
/// = {port} gets its night ferry back         a headline; several make it a story that everybody tells
/// > It returns in {month} with {vessel}.     a summary
/// . The line closed {years} years ago.       a paragraph
/// --                                         the next day of a story that develops
/// ```
struct Storybook: Sendable {
    let templates: [StoryTemplate]
    /// Paragraphs that fit any story of a section.
    let paragraphs: [SimulatedSource.Section: [String]]

    static let standard = Storybook(
        tables: [
            .world: WorldTables.all, .technology: TechnologyTables.all, .business: BusinessTables.all,
            .science: ScienceTables.all, .culture: CultureTables.all, .sport: SportTables.all,
        ],
        paragraphs: ParagraphTables.all)

    init(tables: [SimulatedSource.Section: [String]], paragraphs: [SimulatedSource.Section: String]) {
        templates = SimulatedSource.Section.allCases.flatMap { section in
            (tables[section] ?? []).flatMap { Self.read($0, section: section) }
        }
        self.paragraphs = paragraphs.mapValues { $0.split(separator: "\n").map(\.trimmed) }
    }

    func templates(of section: SimulatedSource.Section) -> [StoryTemplate] {
        templates.filter { $0.section == section }
    }

    /// Our own tables only: what it cannot read is our mistake, and a test's to find.
    private static func read(_ table: String, section: SimulatedSource.Section) -> [StoryTemplate] {
        var templates: [StoryTemplate] = []
        for line in table.split(separator: "\n") {
            if line.hasPrefix("@ ") {
                templates.append(StoryTemplate(id: line.dropFirst(2).trimmed, section: section))
            } else if var current = templates.popLast() {
                current.add(line)
                templates.append(current)
            }
        }
        return templates
    }
}

extension StoryTemplate {
    fileprivate mutating func add(_ line: Substring) {
        let last = stages.count - 1
        switch line.prefix(2) {
        case "= ": stages[last].headlines.append(line.dropFirst(2).trimmed)
        case "> ": stages[last].summaries.append(line.dropFirst(2).trimmed)
        case ". ": stages[last].paragraphs.append(line.dropFirst(2).trimmed)
        case "--": stages.append(Stage())
        default:
            let sides = line.split(separator: ":", maxSplits: 1)
            precondition(sides.count == 2, "a table line that is nothing: \(line)")
            choices[String(sides[0])] = Choice(sides[1].trimmed)
        }
    }
}

extension StringProtocol {
    /// Without spaces at either end.
    var trimmed: String {
        String(self.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
