import NewsModel

/// The word among `words` that was probably meant, or `nil` where none is near.
func nearest(to word: String, among words: some Sequence<String>) -> String? {
    // A word far longer than any of ours is no slip of the finger, and comparing it would take long.
    guard word.count <= 64 else { return nil }
    let plain = plainForm(word)
    let most = max(1, plain.count / 3)
    let ranked = words.map { ($0, EditDistance.between(plain, plainForm($0))) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= most, best.1 < plain.count else { return nil }
    return best.0
}

/// A word without capitals, hyphens and underscores: `perHost`, `per_host` and `per-host` are the same slip.
func plainForm(_ word: String) -> String {
    word.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
}
