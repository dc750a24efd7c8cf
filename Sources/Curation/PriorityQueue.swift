/// A binary heap that gives its greatest element first.
struct PriorityQueue<Element: Comparable> {
    private var elements: [Element] = []

    init(_ elements: [Element] = []) {
        self.elements = elements
        for place in elements.indices.reversed() { sink(from: place) }
    }

    mutating func insert(_ element: Element) {
        elements.append(element)
        var place = elements.count - 1
        while place > 0, elements[(place - 1) / 2] < elements[place] {
            elements.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func popGreatest() -> Element? {
        guard let last = elements.popLast() else { return nil }
        guard let greatest = elements.first else { return last }
        elements[0] = last
        sink(from: 0)
        return greatest
    }

    private mutating func sink(from start: Int) {
        var place = start
        while 2 * place + 1 < elements.count {
            var child = 2 * place + 1
            if child + 1 < elements.count, elements[child] < elements[child + 1] { child += 1 }
            guard elements[place] < elements[child] else { return }
            elements.swapAt(place, child)
            place = child
        }
    }
}
