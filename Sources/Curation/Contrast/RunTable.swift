/// Words of scripts without spaces, which are found in a run of characters.
struct RunTable<Value: Sendable>: Sendable {
    private let values: [String: Value]
    private let longest: Int

    init(_ words: [(String, Value)]) {
        values = Dictionary(words) { first, _ in first }
        longest = words.map(\.0.count).max() ?? 0
    }

    /// The value of a word of the table that a character of a text belongs to, given its index.
    func value(in words: [Word], at index: Int) -> Value? {
        guard words[index].kind == .character else { return nil }
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
