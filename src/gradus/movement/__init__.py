"""One definition per exercise: it draws the movement, paces it and checks it."""
