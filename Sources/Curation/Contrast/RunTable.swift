/// Words of scripts without spaces, which are found in a run of characters.
struct RunTable<Value: Sendable>: Sendable {
    private let values: [String: Value]
    private let longest: Int
    /// Those of which the words are made: most of a text stand in none.
    private let characters: Set<Character>

    init(_ words: [(String, Value)]) {
        values = Dictionary(words) { first, _ in first }
        longest = words.map(\.0.count).max() ?? 0
        characters = Set(words.flatMap(\.0))
    }

    /// The value of a word of the table that a character of a text belongs to, given its index.
    func value(in words: [Word], at index: Int) -> Value? {
        guard words[index].kind == .character, words[index].text.first.map(characters.contains) == true else {
            return nil
        }
        for start in stride(from: index, to: max(0, index - longest + 1) - 1, by: -1) {
            var run = ""
            for word in words[start...].prefix(longest) {
                guard word.kind == .character else { break }
                run += word.text
                if start + run.count > index, let value = values[run] { return value }
            }
        }
        return nil
    }
}
