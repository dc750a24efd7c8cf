/// All story templates, and the words that their holes are filled with, read from the text files of `Prose`.
///
/// In a file of stories the first characters of a line say what it is:
/// ```
/// @ night-ferry                              a story begins, with its name
/// years: 3-9                                 its own holes: a range, or words between bars
/// vessel: a refitted ferry | two catamarans
/// = {port} gets its night ferry back         a headline; several make it a story that everybody tells
/// > It returns in {month} with {vessel}.     a summary
/// . The line closed {years} years ago.       a paragraph
/// --                                         the next day of a story that develops
/// ```
/// In `words.txt` each `# name` begins a list, whose entries stand between bars or on lines of their own.
struct Storybook: Sendable {
    let templates: [StoryTemplate]
    /// Links and questions that the members of a programmers' forum post.
    let forum: [StoryTemplate]
    private let words: [String: [String]]

    static let standard = Storybook(
        stories: [
            .world: PackageResources.world_txt, .technology: PackageResources.technology_txt,
            .business: PackageResources.business_txt, .science: PackageResources.science_txt,
            .culture: PackageResources.culture_txt, .sport: PackageResources.sport_txt,
        ],
        forum: PackageResources.forum_txt, words: PackageResources.words_txt)

    private init(stories: [SimulatedSource.Section: [UInt8]], forum: [UInt8], words: [UInt8]) {
        templates = SimulatedSource.Section.allCases.flatMap { Self.templates(in: stories[$0] ?? [], section: $0) }
        self.forum = Self.templates(in: forum, section: .technology)
        self.words = Self.lists(in: words)
    }

    func templates(of section: SimulatedSource.Section) -> [StoryTemplate] {
        templates.filter { $0.section == section }
    }

    /// A list of `words.txt`. All of them are invented names and sentences; one that is missing is our mistake.
    func words(_ list: String) -> [String] {
        guard let words = words[list] else { preconditionFailure("words.txt has no list called \(list)") }
        return words
    }

    /// The list of a section: its bylines, the title of its column, or paragraphs that fit any of its stories.
    func words(_ list: String, of section: SimulatedSource.Section) -> [String] {
        words("\(list) \(section.rawValue)")
    }

    private static func templates(in file: [UInt8], section: SimulatedSource.Section) -> [StoryTemplate] {
        var templates: [StoryTemplate] = []
        for line in String(decoding: file, as: UTF8.self).split(separator: "\n") {
            if line.hasPrefix("@ ") {
                templates.append(StoryTemplate(id: line.dropFirst(2).trimmed, section: section))
            } else if var current = templates.popLast() {
                current.add(line)
                templates.append(current)
            }
        }
        return templates
    }

    private static func lists(in file: [UInt8]) -> [String: [String]] {
        var lists: [String: [String]] = [:]
        var name = ""
        for line in String(decoding: file, as: UTF8.self).split(separator: "\n") {
            if line.hasPrefix("# ") {
                name = line.dropFirst(2).trimmed
            } else {
                lists[name, default: []] += line.split(separator: "|").map(\.trimmed)
            }
        }
        return lists
    }
}

/// A story with holes in it: headlines and summaries by several hands, over one or more days.
struct StoryTemplate: Sendable, Hashable {
    let id: String
    let section: SimulatedSource.Section
    /// What its own holes can be filled with.
    var choices: [String: Choice] = [:]
    /// One for each day that the story is told on, the first day's first.
    var stages: [Stage] = [Stage()]

    struct Stage: Sendable, Hashable {
        var headlines: [String] = []
        var summaries: [String] = []
        var paragraphs: [String] = []
    }

    enum Choice: Sendable, Hashable {
        case words([String])
        case number(ClosedRange<Int>, step: Int)
    }

    /// Everybody tells it; a story with one headline is one outlet's own.
    var isGreat: Bool { stages[0].headlines.count > 1 }
    var isDeveloping: Bool { stages.count > 1 }

    fileprivate mutating func add(_ line: Substring) {
        let last = stages.count - 1
        switch line.prefix(2) {
        case "= ": stages[last].headlines.append(line.dropFirst(2).trimmed)
        case "> ": stages[last].summaries.append(line.dropFirst(2).trimmed)
        case ". ": stages[last].paragraphs.append(line.dropFirst(2).trimmed)
        case "--": stages.append(Stage())
        default:
            let sides = line.split(separator: ":", maxSplits: 1)
            precondition(sides.count == 2, "a line of a story that is nothing: \(line)")
            choices[String(sides[0])] = Choice(sides[1].trimmed)
        }
    }
}

extension StoryTemplate.Choice {
    /// Reads `3-9`, `100-900/50` (in steps of 50) or `one thing | another`.
    init(_ text: some StringProtocol) {
        let parts = text.split(separator: "/")
        let bounds = (parts.first ?? "").split(separator: "-").compactMap { Int($0) }
        let step = parts.count == 2 ? Int(parts[1]) : 1
        if bounds.count == 2, parts.count <= 2, let step, bounds[0] <= bounds[1] {
            self = .number(bounds[0]...bounds[1], step: step)
        } else {
            self = .words(text.split(separator: "|").map { $0.trimmed })
        }
    }
}

extension StringProtocol {
    /// Without spaces at either end.
    var trimmed: String {
        String(self.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
