/// How many letters must be added, dropped, changed or swapped with their neighbour to turn one word into the other.
func editDistance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left), Array(right))
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
        var row = [i] + [Int](repeating: 0, count: b.count)
        for j in 1...b.count {
            let change = a[i - 1] == b[j - 1] ? 0 : 1
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                row[j] = min(row[j], beforeLast[j - 2] + 1)
            }
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}

/// The word among `words` that was probably meant, or `nil` where none is near.
func nearest(to word: String, among words: some Sequence<String>) -> String? {
    // A word far longer than any of ours is no slip of the finger, and comparing it would take long.
    guard word.count <= 64 else { return nil }
    let plain = plainForm(word)
    let most = max(1, plain.count / 3)
    let ranked = words.map { ($0, editDistance(plain, plainForm($0))) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= most, best.1 < plain.count else { return nil }
    return best.0
}

/// A word without capitals, hyphens and underscores: `perHost`, `per_host` and `per-host` are the same slip.
func plainForm(_ word: String) -> String {
    word.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
}
