"""Apps that the project no longer uses: their migrations alone, which clear away what they left."""
