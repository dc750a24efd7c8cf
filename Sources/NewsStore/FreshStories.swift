import NewsModel

/// Tonight's new stories that may stand in its edition, as reading them back would give them, but for their content:
/// that is most of what they say, and only of what is told anybody wants it.
struct FreshStories {
    private struct Fresh {
        let number: Int64
        let story: Story
        let hasContent: Bool
    }

    /// By their numbers, which only grow.
    private var stories: [Fresh] = []
    /// Those whose row says something else by now.
    private var changed: Set<Int64> = []

    mutating func add(_ story: Story, number: Int64, hasContent: Bool) {
        stories.append(Fresh(number: number, story: story, hasContent: hasContent))
    }

    /// Notes that a story has to be read after all.
    mutating func noteChange(of number: Int64) {
        guard let first = stories.first, number >= first.number else { return }
        changed.insert(number)
    }

    /// What `read` or the memory gives of each of `numbers`, which grow.
    func stories(_ numbers: [Int64], else read: (Int64) throws -> Story?) rethrows -> [Story] {
        var place = 0
        return try numbers.compactMap { number in
            while place < stories.count, stories[place].number < number { place += 1 }
            guard place < stories.count, stories[place].number == number, !changed.contains(number) else {
                return try read(number)
            }
            return stories[place].story
        }
    }

    /// The number of each, by its id.
    var numbers: [StoryID: Int64] {
        Dictionary(stories.lazy.map { ($0.story.id, $0.number) }) { first, _ in first }
    }

    /// The numbers of those of `ids` that came without the content they have.
    func withoutContent(_ ids: Set<StoryID>) -> [(id: StoryID, number: Int64)] {
        stories.filter { $0.hasContent && ids.contains($0.story.id) && !changed.contains($0.number) }
            .map { ($0.story.id, $0.number) }
    }
}
